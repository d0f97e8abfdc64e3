"""What the generated notes are made of."""

FIRST = (
    "Ada Amira Anke Anouk Aoife Beatriz Bettina Bram Carlos Charlotte Clara Daan Elif Emeka Erik Fatima Femke Gudrun Hana"
    " Håkon Hiroshi Ingrid Isabel Jasper Joana João Judith Katharina Kwame Leyla Lotte Luca Magdalena Marijke Mateusz"
    " Mei Naledi Noor Oleksandr Pádraig Paul Priya Ravi Renske Roswitha Samuel Sándor Siobhán Sofía Thijs Tiago Ville"
    " Wouter Yuki Yusuf Zeynep Zoë Zsuzsanna Élodie Ørjan"
).split()  # fmt: skip
LAST_START = (
    "Ald Berg Bran Brook Car Dal Den Doorn Ebb Ell Fair Fel Gran Hall Hart Hav Holm Kell Kor Lang Lind Mar Nor Oak Quin"
    " Ras Stein Thor Vel Wyn"
).split()
LAST_END = (
    "ander beck berg borg by croft dahl den dorf feld ford gaard hart haus hoven ing ker land ley lund man mark nes sen"
    " shaw ster ström ton veld wick"
).split()
ORGANIZATION_START = (
    "Amber Anchor Birch Bright Canal Cedar Clear Corvane Delta Dune Eastern Ember Fjord Granite Harbour Hazel Iron Juniper"
    " Keizer Lantern Maple North Oakmere Ponte Quay River Silver Tidemark Upland Willow"
).split()
ORGANIZATION_END = (
    "Analytics|Bank|Capital|Climate|Consulting|Data|Energy|Foundation|Health|Institute|Insurance|Labs|Logistics|Media"
    "|Mutual|Partners|Pensions|Press|Re|Robotics|Software|Studio|Systems|Trust|University|Ventures|Water|Works"
).split("|")  # fmt: skip
CITIES = (
    ("Utrecht", "NL"), ("Rotterdam", "NL"), ("Delft", "NL"), ("Porto", "PT"), ("Lisbon", "PT"), ("Graz", "AT"),
    ("Vienna", "AT"), ("Dublin", "IE"), ("Lyon", "FR"), ("Prague", "CZ"), ("Bergen", "NO"), ("Zurich", "CH"),
)  # fmt: skip
ROLES = (
    "head of pricing|data engineer|climate analyst|policy adviser|lecturer|product manager|actuary|partner|programme lead"
    "|founder|research fellow|board member|account manager|translator|hydrologist|editor"
).split("|")
RELATIONS = "business|friend|colleague|alumni|neighbour|mentor|family".split("|")
TIERS = ("inner", "close", "close", "wide", "wide", "wide", "wide")
CHANNELS = ("email", "call", "coffee", "letter")
INTERESTS = (
    "old maps|choir|long-distance running|beekeeping|flood marks|printing|chess|sourdough|open water|ferries|bridges"
    "|birding|jazz|typography|allotments"
).split("|")
KINDS = ("coffee", "call", "video", "lunch", "email to", "email from", "message", "visit", "letter to", "event")
TAGS = ("", "", "", "", " #gave", " #received", " #asked", " #answered", " #thanked")
SENTENCES = (
    "talked about the new reporting rules and what they leave out",
    "she moves to another team in spring and looks forward to it",
    "asked what a small fund should measure first, got a good answer",
    "sent the two papers on river levels that came up last time",
    "he knows somebody at the water board and will ask",
    "an hour on deductibles, which flew",
    "long answer, three questions, all of them good",
    "walked along the canal and said little of use, which was the point",
    "compared notes on hiring; both of us wait for the same person",
    "heard that the partners look for someone who can explain figures",
    "birthday wishes, and a photograph of the old lock",
    "met by chance at the station, fifty minutes between two trains",
)
PROSE = (
    "Collects photographs of high-water marks and can date them by the plaster.",
    "Explains hard things with a pencil and the back of whatever lies on the table.",
    "Came to the first evening because of the speaker, and stayed because of the soup.",
    "Prefers a call before nine, or a letter; mail is read on Fridays.",
    "The letter turned into a mail after all, and the answer into a visit.",
    "Has read everything about dikes and doubts most of it.",
    "We disagree about cycling and about nothing else of weight.",
    "In the evening three pages of questions came, and they deserve a fresh head.",
    "Thirty-odd people above a ship chandler who turn water levels into money at risk.",
    "Never late, never early, and never without a book.",
)
TOPICS = ("Reading", "Projects", "Recipes", "Garden", "Money", "Ideas", "House", "Courses")
