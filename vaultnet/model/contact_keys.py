"""Every key and dialect that a contact is read from; keys are compared without case, `-`, `_` and blanks.

CONTACT_KEYS["prm-last-contacted"]  ->  "last-contact"        CONTACT_KEYS["TEL[1:CELL]"]  ->  "phone"
"""

from vaultnet.model.properties import KeyTable

CONTACT_KEYS = KeyTable(
    {
        "uid": "UID, id",
        "merged-uids": "",
        "not-same-as": "",
        "aliases": "alias, nickname, nicknames",
        "name": "FN, full name",
        "first-name": "first_name, firstname, given name, N.GN",
        "middle-name": "N.MN",
        "last-name": "last_name, lastname, surname, family name, N.FN",
        "tags": "tag",
        "company": "organization, organizations, organisation, organisations, org, employer, ORG, works_at, companies",
        "positions": "",
        "role": "job_title, jobtitle, position, title, TITLE",
        "email": "e-mail, emails, mail, work-email, personal-email, EMAIL",
        "phone": "phones, mobile, cell, tel, telephone, work-phone, mobile-phone, phone-number, TEL",
        "address": "addresses, ADR",
        "street": "ADR.STREET",
        "locality": "ADR.LOCALITY, ADR.CITY",
        "postal": "ADR.POSTAL, ADR.POSTALCODE",
        "region": "ADR.REGION",
        "website": "url, urls, homepage, web, websites, blog, URL",
        "linkedin": "linkedin_url, linkedin_id, linkedin-profile, SOCIALPROFILE[Linkedin]",
        "location": "city, place, loc, based-in, prm-location",
        "country": "ADR.COUNTRY",
        "knows": "friends, relations, reports-to, spouse, partner, X-RELATION",
        "status": "",
        "birthday": "birth_date, birthdate, born, bday, date-of-birth, BDAY, prm-birthday",
        "met": "met_on, first_met",
        "met-at": "how-we-met, met-through",
        "introduced-by": "via, connector, introducer",
        "relationship": "relation, prm-relationship",
        "tier": "closeness, prm-tier, relationship_strength, strength",
        "cadence": "keep_in_touch, contact_frequency, frequency, prm-cadence, frequency_days, contact_interval_days, "
        "custom_frequency_days, stay-in-touch",
        "snooze": "snooze_until, prm-snooze-until",
        "paused": "prm-paused",
        "kept-on": "",
        "next-contact": "next_follow_up, next_contact_due, follow-up",
        "last-contact": "last_contacted, last_chat, prm-last-contacted, LAST-CONTACT",
        "channel": "prefers, preferred_channel",
        "needs": "need",
        "offers": "offer",
        "interests": "interest, hobbies",
        "skills": "skill",
        "private": "",
        "audience": "",
        "interactions": "",
    }
)
