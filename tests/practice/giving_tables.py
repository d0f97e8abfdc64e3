"""Needs and what others can do, in three vaults that know nothing of one another: the example's own planted pairs, and
two that were written before the matching was, so that they show how far it carries.

PLANTED: who needs, who can help, of the example vault           DECOYS: who seems to, and is not to be proposed
UNSEEN, GERMAN: (need, what meets it)                            UNSEEN_DECOYS ...: words in common, and nothing else
"""

PLANTED = (
    ("Aoife Brennan", "Ada Kowalczyk"),
    ("Samuel Tesfaye", "Sándor Bíró"),
    ("Kwame Mensah", "Anneke Visser"),
    ("Elif Korkmaz", "Ravi Subramaniam"),
    ("Ingrid Haugland", "Fatima El Amrani"),
    ("Priya Raghunathan", "Renske Mulder"),
    ("João Vasconcelos", "Leyla Aydın"),
    ("Pádraig Nolan", "Joost Terpstra"),
    ("Oleksandr Tkachenko", "Gudrun Wieser"),
    ("Beatriz Lobo", "Zsuzsanna Farkas"),
    ("Thijs Bakker", "Yusuf Demirci"),
    ("Magdalena Huber", "Håkon Sørlie"),
)
DECOYS = (
    ("Mateusz Zieliński", "Thijs Bakker", "one company, and friends"),
    ("Lotte Brandsma", "Priya Raghunathan", "one company"),
    ("Lotte Brandsma", "Ravi Subramaniam", "met at an event"),
    ("Fatima El Amrani", "Joost Terpstra", "she knows him"),
    ("Siobhán Tierney", "Aoife Brennan", "one company"),
    ("Håkon Sørlie", "Mei-Ling Tan", "one company"),
    ("Sofía Ibáñez", "Anouk Lefèvre", "introduced already"),
    ("Isabel Quintela", "Wouter Dijkgraaf", "another kind of bank"),
    ("Naledi Mokoena", "Renske Mulder", "another kind of paper"),
    ("Hana Procházková", "Ada Ferreira", "another kind of cat, and met at an event"),
    ("Katharina Moser", "Mateusz Zieliński", "another kind of coach and of running"),
    ("Elif Korkmaz", "Anouk Lefèvre", "another kind of model"),
)

UNSEEN = (
    ("a beekeeper to look at two hives", "beekeeping for beginners"),
    ("somebody who knows the visa rules for Japan", "Japanese visa rules"),
    ("a translator for a lease contract in Italian", "translating contracts from Italian"),
    ("feedback on a novel manuscript", "reading manuscripts of first novels"),
    ("a van for moving on 3 August", "lending a van for house moves"),
    ("an accountant who has filed for a charity", "accounting for small charities"),
    ("a photographer for a school concert", "concert photography"),
    ("help with setting up a food cooperative", "founding cooperatives"),
    ("a carpenter for kitchen shelves", "carpentry"),
    ("examples of tenders for school meals", "tendering for school meals"),
    ("an electrician for an old house", "wiring old houses, electrical safety"),
    ("a room for a choir rehearsal on Tuesdays", "rehearsal rooms at the parish hall"),
)
UNSEEN_DECOYS = (
    ("a pitch for our football team", "pitch decks for founders"),
    ("someone to tune a piano", "tuning database queries"),
    ("a plant for a shady balcony", "power plant safety audits"),
    ("a trainer for a nervous dog", "training for a triathlon"),
    ("a crane to lift a boat", "watching cranes in Brandenburg"),
    ("a bridge partner for Thursdays", "bridge inspections, steel and concrete"),
    ("a key to the archive", "piano key repair"),
    ("a match for the final of the village cup", "match funding applications"),
    ("someone to draw a family tree", "tree surgery"),
    ("a seal for a leaking tap", "counting seals on the coast"),
    ("a second-hand cello", "second opinions on tax returns"),
    ("a light box for winter mornings", "box office systems"),
)

GERMAN = (
    ("eine Übersetzerin für einen Mietvertrag ins Italienische", "Übersetzungen aus dem Italienischen"),
    ("jemanden, der Förderanträge schreiben kann", "Hilfe beim Schreiben von Förderanträgen"),
    ("ein Fotograf für ein Schulkonzert", "Fotografie bei Konzerten"),
    ("einen Imker, der nach zwei Völkern sieht", "Imkerei"),
    ("Lektorat für einen Roman", "Lektorin für Romane"),
    ("eine Beratung zur Altersvorsorge", "berät zu Altersvorsorge und Rente"),
    ("eine Wohnung in Graz, möbliert", "möblierte Wohnung in Graz"),
    ("Erfahrung mit Hochwassermodellen", "Modelle für Hochwasser prüfen"),
    ("einen Mentor für die Aktuarsprüfung", "Mentoring für Aktuarsprüfungen"),
)
GERMAN_DECOYS = (
    ("eine Bank für den Garten", "Beratung zu Bankkonten im Ausland"),
    ("ein Schloss für das Fahrrad", "Führungen durch Schlösser"),
    ("einen Strauß zum Geburtstag", "Zucht von Straußen"),
    ("eine Decke für den Winter", "Decken streichen"),
    ("einen Läufer für den Flur", "Trainer für junge Läufer"),
    ("ein Gericht für vierzig Gäste", "Übersetzen vor Gericht"),
    ("einen Ton für die Töpferei", "Ton und Licht für Bühnen"),
    ("ein Netz für das Volleyballfeld", "Netze und Server einrichten"),
)

# Written after the matching was done, and nothing was changed for them.
FRESH = (
    ("a tester for a sailing app", "testing apps with sailors"),
    ("an interpreter for sign language", "interpreting, sign language and Dutch"),
    ("recordings of dialects from Friesland", "a collection of Frisian dialect recordings"),
    ("someone to repair a church organ", "organ repairs"),
    ("a venue for a book launch", "bookshop with a room for launches"),
    ("a statistician for a clinical trial", "statistics for clinical trials"),
    ("seed potatoes of old varieties", "old potato varieties, seeds to swap"),
    ("a lawyer for tenancy disputes", "tenancy law, disputes with landlords"),
    ("a mountain guide for snowshoe tours", "guiding snowshoe tours"),
    ("references on peat subsidence", "maps of peat subsidence"),
)
FRESH_DECOYS = (
    ("a drummer for a wedding band", "rubber bands and other stationery"),
    ("a mole catcher", "moles and melanoma screening"),
    ("a bat survey before the roof is mended", "bat and ball for a school team"),
    ("a course in bookbinding", "golf course design"),
    ("a cast for the village play", "plaster casts of fossils"),
    ("a lead for a climbing rope", "lead pipes and their removal"),
    ("a file of old letters to read", "metal files and rasps"),
    ("a jam recipe with little sugar", "traffic jam forecasts"),
    ("a date for the reunion", "date palms"),
    ("a nail technician", "nail guns and roofing"),
)
