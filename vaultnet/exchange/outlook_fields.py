"""What the columns of Outlook's contacts hold, by their English names.

FIELDS["Job Title"]  ->  "role"        PHONES[0]  ->  "Mobile Phone"        what nobody gave: NOTHING
"""

FIELDS = {
    "Title": "prefix", "First Name": "first-name", "Middle Name": "middle-name", "Last Name": "last-name",
    "Suffix": "suffix", "Nickname": "aliases", "Company": "company", "Job Title": "role", "Web Page": "website",
    "Personal Web Page": "website", "Birthday": "birthday", "Hobby": "interests", "Location": "location",
    "Referred By": "introduced-by", "Spouse": "spouse", "Manager's Name": "reports-to", "Notes": "notes",
    "Private": "private",
}  # fmt: skip
PHONES = ("Mobile Phone", "Mobile Phone 2", "Primary Phone", "Business Phone", "Business Phone 2", "Home Phone",
           "Home Phone 2", "Other Phone", "Car Phone", "Radio Phone")  # fmt: skip
EMAILS = (("E-mail Address", "E-mail Display Name"), ("E-mail 2 Address", "E-mail 2 Display Name"),
           ("E-mail 3 Address", "E-mail 3 Display Name"))  # fmt: skip
DATES = ("Birthday", "Anniversary")
RELATIONS = {"Assistant's Name": "assistant", "Children": "child"}
# Numbers of others, and what an address book says besides: it stands in the notes, under its name.
NOTED = ("Department", "Office Location", "Profession", "Schools", "IMAddress", "Keywords", "Account",
          "Billing Information", "Assistant's Phone", "Callback", "Company Main Phone", "Business Fax", "Home Fax",
          "Other Fax", "Pager", "ISDN", "TTY/TDD Phone", "Telex", "User 2", "User 3", "User 4")  # fmt: skip
PHONETIC = {"Given Yomi": "X-PHONETIC-FIRST-NAME", "Surname Yomi": "X-PHONETIC-LAST-NAME"}
KINDS = ("Business", "Home", "Other")
PARTS = ("Street", "Street 2", "Street 3", "City", "State", "Postal Code", "Country/Region", "Country",
          "Address PO Box", "Address")  # fmt: skip
READ = {
    *FIELDS, *PHONES, *RELATIONS, *NOTED, *PHONETIC, *(address for address, _ in EMAILS),
    *(f"{kind} {part}" for kind in KINDS for part in PARTS), "Categories", "User 1", "Sensitivity", *DATES,
}  # fmt: skip
TELLING = {"E-mail Address", "E-mail 2 Address", "Business Phone", "Business Street", "Home Street", "Home Phone"}
NOTHING = frozenset({"normal", "unspecified", "smtp", "ex", "keine angabe", "nicht angegeben", "non specifie", "0"})
