"""The columns of contacts exported by Google, under both of its headers, and what each of them holds.

FIELDS["Family Name"]  ->  "last-name"
GROUPED.fullmatch("E-mail 2 - Value").groups()  ->  ("E-mail", "2", "Value")
"""

import re

FIELDS = {
    "First Name": "first-name", "Given Name": "first-name", "Middle Name": "middle-name",
    "Additional Name": "middle-name", "Last Name": "last-name", "Family Name": "last-name", "Name Prefix": "prefix",
    "Name Suffix": "suffix", "Name": "name", "Nickname": "aliases", "Short Name": "aliases",
    "Organization Name": "company", "Organization Title": "role", "Birthday": "birthday", "Notes": "notes",
    "Location": "location", "Occupation": "role", "Hobby": "interests",
}  # fmt: skip
KEPT = {
    "Phonetic First Name": "X-PHONETIC-FIRST-NAME", "Phonetic Middle Name": "X-PHONETIC-MIDDLE-NAME",
    "Phonetic Last Name": "X-PHONETIC-LAST-NAME", "Given Name Yomi": "X-PHONETIC-FIRST-NAME",
    "Additional Name Yomi": "X-PHONETIC-MIDDLE-NAME", "Family Name Yomi": "X-PHONETIC-LAST-NAME",
    "Maiden Name": "X-MAIDENNAME", "Photo": "PHOTO",
}  # fmt: skip
# What has no field, and stands in the notes under its name.
NOTED = ("Organization Department", "Billing Information", "Mileage", "Subject")
GROUPED = re.compile(
    r"(E-mail|Phone|Address|Relation|Website|Event|Custom Field|Organization|IM|External ID|Jot) ([0-9]{1,3}) - (.+)"
)
READ = {
    "E-mail": {"Value"}, "Phone": {"Value"}, "Relation": {"Label", "Type", "Value"}, "Website": {"Value"},
    "Event": {"Label", "Type", "Value"}, "Custom Field": {"Label", "Type", "Value"}, "IM": {"Service", "Value"},
    "Jot": {"Value"},
    "Address": {"Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address"},
    "Organization": {"Name", "Title", "Department", "Job Description"},
}  # fmt: skip
CIRCLES = {"friends": "friend", "family": "family", "coworkers": "colleague"}  # Google's own groups that say something
TELLING = {"Given Name", "Family Name", "Group Membership", "Labels", "E-mail 1 - Value", "Phone 1 - Value", "File As"}
