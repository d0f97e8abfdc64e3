"""Never ask for a job (P12): a job nobody has to give ends the talk; advice, a name or an idea goes on.

"Do you have any openings in your team?"                              ->  flagged
"Whom in your team should I ask how the dike grades are made?"        ->  fine
"""

from vaultnet.practice.advice_rule import AdviceRule

_NOT = "-share|sharing|description|title|paper"
_NOT_ON = f"{_NOT}|on"
_JOBS = "job|jobs|position|positions|opening|openings|vacancy|vacancies"
_STELLE = "job|jobs|stelle|stellen|anstellung|praktikum|posten"
_EIN = "ein|eine|einen|einem|einer|freie|freien|offene|offenen"
_FIRM = "company|firm|organization|organisation|department|staff"
_SUCHE = "job|stelle|anstellung|arbeit|praktikum|arbeitsplatz"
_GEFRAGT = "gebeten|gefragt|angefragt|bitten|fragen|frage|bitte|erkundigt"
_ENGLISH = f"""
mine:ask|asked|asking|asks ~4 for a|an|any|some|another ~2 job|position|vacancy|opening|internship|traineeship {_NOT_ON}
mine:ask|asked|asking ~3 for work|employment -samples|from
mine:ask|asked|asking ~4 about a|any|some|open|possible ~2 {_JOBS} {_NOT}
mine:ask|asked|asking ~3 about ?job jobs|vacancies|openings
mine:ask|asked|asking ~3 if|whether ~5 hiring|recruiting
mine:ask|asked|asking ~3 if|whether ~5 have|has|had|is|are|was|were|be|know* ~1 ?of a|an|any|some ~2 {_JOBS} {_NOT_ON}
mine:ask|asked|asking ~3 if|whether|to ~4 hire|employ|recruit|appoint me
do|does|did|would|might|could you|your|they|anyone ~3 have|has|got ~2 a|an|any|some|open ~2 {_JOBS}|internship {_NOT_ON}
do|does|would|might|could you|anyone ~2 know|heard|hear ~1 ?of|about a|an|any|some ~2 {_JOBS} {_NOT}
is|are there ~2 a|an|any|some|open ~2 {_JOBS} {_NOT_ON}|scheduler|queue|market
^ are|is _ ~2 hiring|recruiting
i'm|am ~2 looking|searching|hunting ~1 for a|an|any|some|new|my|another ~3 {_JOBS}|role|opportunities {_NOT}|model|play
i'm|am ~2 looking|searching for work|jobs|employment
i'm|am ~2 open to ~2 opportunities|roles|positions|offers
i|i'd ~2 need|want|like|love ~1 a|any|another|new ~1 job|position -share|description|title|paper|on
you ~3 hire|employ|recruit me
^ ?please hire|employ|recruit me
give|get|find|offer|secure|land me ~1 a|an|any|some ~2 job|position|role|interview|internship -model|description|title
help|assist me ~1 find|get|land|secure ~1 a|an|any|some|new|my ~2 job|position|role|work -model|description|title
help|assistance ~2 with|in my|a ~2 job search|hunt|application
consider|recommend|refer me ~2 for ~3 job|position|role|opening|vacancy
word ~1 for me ~3 hr|hiring|recruiter|recruiting
mine:attach*|send*|sent|forward*|pass|passed|enclose*|share|shared|submit* ~4 my cv|resume
can|could|would|will|please|you ~4 forward|pass|send|share|submit|hand ~3 my cv|resume
attached|enclosed|here|here's ~3 my cv|resume
i|i'd|i'm|me ~4 apply|applying for|at|to ~3 job|position|role|vacancy|opening
mine:ask|asked|asking ~5 apply for|at|to
let|keep me know|posted ~3 of|about|if|when ~4 {_JOBS}
let me know|hear ~1 if|when anything|something ~1 opens|open ~1 up
keep me in mind ~1 for|if|when ~4 job|jobs|opening|openings|position|positions|role|roles|vacancies|opens
keep me in mind $
if|when you ~2 hear|know|come ~3 of|about|across ~2 {_JOBS}
any chance|chances|possibility|prospect ~2 of|for a|an|any|some ~2 job|position|work|employment
i|i'd|i'm ~4 work|working for you|your
i|i'd|me|asked ~4 join|joining your|their team|{_FIRM} -for|at|on|meeting|call|lunch|retreat
a|any|some|the ~1 job|position|role|opening|work|place|spot for me
i'm|am ~3 on the job market
i'm|am ~3 need work
have ~1 any|an open roles|role
i'm|am ~2 job-hunting|jobhunting
i|i'm|am ~3 interested in a|an|any|open|the|your ~2 job|jobs|position|positions|vacancy|role|roles|opening|openings
"""
_GERMAN = f"""
!mich|mir|uns|hat|hatte|er um|nach {_EIN} ~2 {_STELLE} ~3 {_GEFRAGT}
!mich|mir|uns|hat|hatte|er um|nach arbeit|jobs|stellen ~2 {_GEFRAGT}
mine:gefragt|bitte|frage|bat|fragte|gebeten ~3 !mich|mir|uns|hat|hatte|er um|nach {_EIN} ~2 {_STELLE}
hast|haben|habt|hätten|hättest|hätte du|sie|ihr|deine|eure|ihre ~4 {_EIN} ~2 {_STELLE} -im|in|übersehen|gefunden|gelesen
gibt|gäbe|gab es ~4 offene|freie|offenen|freien stelle|stellen|jobs|positionen
gibt|gäbe es ~5 einen|eine job|stelle|anstellung ~1 für|bei|in
mine:gefragt|fragen|frage|fragte ob ~6 {_STELLE}|arbeit ~3 hat|haben|hätte|hätten|gibt|gebe|gäbe|frei|wäre|ist|habt|hast
mine:gefragt|fragen|frage|fragte ~2 ob ~6 einstellen|einstellt|anstellen|anstellt
^ stellt|stellen ihr|sie|du|euer ~4 ein $
ich suche|such ~2 {_EIN}|neue|neuen|nach ~2 {_SUCHE} -im
ich suche|such arbeit
suche ich ~2 {_EIN}|neue|neuen|nach ~2 {_SUCHE} -im
ich|bin ~3 auf ~1 jobsuche|stellensuche|arbeitssuche|arbeitsuche
ich ~1 brauche|bräuchte ~2 einen|eine|neue|neuen|arbeit ~1 ?job|stelle|anstellung
mich ~2 einstellen|anstellen|einzustellen
!hat|hatte|er mir ~3 {_EIN} ~2 {_STELLE}|vorstellungsgespräch ~3 besorg*|verschaff*|geben|gibst|vermitteln|anbieten
besorg|besorgen|verschaff*|gib|geben|vermitteln|biete ~2 mir ~2 {_EIN} ~2 {_STELLE}|vorstellungsgespräch
anbei|angehängt|schicke|sende|hänge|anhang|finden ~5 mein|meinen lebenslauf
meinen lebenslauf ~5 weiterleit*|weitergeb*|weitergibst|weitergeben|weiterreich*|geschickt
ich ~4 mich ~5 bewerben
bei ihnen|euch|dir ~4 bewerben
wenn|falls|sobald ~5 stelle|stellen|job|posten ~2 frei*
arbeit|job|stelle|platz|verwendung für mich
ich ~6 für|bei sie|euch|dich|ihnen|dir ~1 arbeiten|anfangen
"""

ASKS_FOR_JOB = AdviceRule(
    "advice-asks-for-job",
    "\n".join(line for line in (_ENGLISH + _GERMAN).split("\n") if line),
    unless=frozenset(("calendar", "diary", "schedule", "timetable", "kalender", "terminkalender")),
    anchors=(
        "job", "position", "vacanc", "vakan", "opening", "opens up", "open up", "open to", "internship", "praktikum",
        "traineeship", "work", "employ", "hire", "hiring", "recruit", "appoint me", "role", "opportunit", "interview",
        "cv", "sum", "apply", "join", "spot for me", "place for me", "word for me", "in mind",
        "platz für mich", "stell", "arbeit",
        "anstell", "posten", "lebenslauf", "bewerb", "verwendung", "platz", "anfangen",
    ),
    bad=(
        "Asked her for a job.",
        "asked whether there might be an opening for me",
        "I was wondering if you have any open roles.",
        "asked Ben for a new job in his team",
        "I wanted to ask you for a position in your department.",
        "asked if they are hiring",
        "Asked whether Acme has any openings for an actuary.",
        "asked about a job at Tidemark",
        "asked about open positions and salaries",
        "asked for work, any work",
        "asked him to hire me for the winter",
        "Do you have any openings in your team?",
        "Would you know of any vacancies in reinsurance?",
        "Might you have a position for somebody like me?",
        "Is there a job for me at the institute?",
        "Are there any open positions at Waterlijn?",
        "Are you hiring?",
        "I am looking for a new job.",
        "I'm currently looking for a position in climate risk.",
        "I am open to new opportunities.",
        "I need a job by March.",
        "Would you hire me?",
        "Could you get me an interview with your director?",
        "Could you help me find a job in Rotterdam?",
        "asked for help with my job search",
        "Would you recommend me for the role?",
        "Could you put in a good word for me with HR?",
        "sent her my CV",
        "Please find attached my résumé.",
        "Could you forward my CV to your manager?",
        "I would like to apply for a position at your bank.",
        "Let me know if a position opens up.",
        "Keep me in mind for any openings.",
        "If you hear of any jobs in Delft, call me.",
        "Is there any chance of a job with you?",
        "I would love to work for you.",
        "I'd like to join your team.",
        "I am very interested in the role.",
        "habe sie nach einem Job gefragt",
        "Haben Sie eine Stelle für mich?",
        "Gibt es bei euch offene Stellen?",
        "gefragt, ob sie gerade einstellen",
        "Ich suche eine neue Stelle in Wien.",
        "Ich bin auf Jobsuche.",
        "Könnten Sie mir einen Job verschaffen?",
        "Anbei schicke ich Ihnen meinen Lebenslauf.",
        "Könntest du meinen Lebenslauf weiterleiten?",
        "Ich möchte mich bei Ihnen bewerben.",
        "Sag mir Bescheid, wenn eine Stelle frei wird.",
        "Ich würde gern bei Ihnen arbeiten.",
    ),
    good=(
        "She got a job at Tidemark.",
        "asked about his job",
        "asked how the new job is",
        "asked Job for his notes on the levy",
        "coffee with Job and Steve Jobs' biographer",
        "they share a job: asked how the job share works",
        "asked for a job description that the institute uses for a catastrophe modeller",
        "He asked me for a job.",
        "Ben asked whether we are hiring; sent him to Leyla.",
        "They are hiring in Delft, she says.",
        "I did not ask for a job.",
        "no job talk",
        "is there a job scheduler in the tool, asked Ben",
        "we never spoke of jobs or openings",
        'she wrote: "do you have a job for my nephew?"',
        "gave her advice on the job offer",
        "helped him with his job application",
        "she is looking for a new job, passed on the note from Waterlijn",
        "he helped me find a job in 2019, thanked him",
        "asked what she would do in the first year of the role",
        "Whom would you ask about the dike grades at Waterlijn?",
        "What does a catastrophe modeller at Corvane do all day?",
        "Do you have an opening in your calendar next week?",
        "Do you know somebody with a job like this?",
        "asked about her work on flood maps",
        "she said I did a good job on the chart",
        "asked for her position on the pension levy",
        "asked him for the position paper on solvency",
        "I am looking for a role model in this trade.",
        "she applied for the job and got it",
        "He wants to work for you, so I gave him your name.",
        "asked her to look at the opening of my talk",
        'run `vaultnet log "asked for a job"` and see',
        "they want to hire two people, asked whom she would ask",
        "Could you join us for lunch on Friday?",
        "sie hat eine neue Stelle",
        "er hat mich nach einem Job gefragt",
        "nicht nach einem Job gefragt, nur nach einem Namen",
        "Haben Sie die Stelle im Bericht gefunden?",
        "gefragt, wie ihr die neue Arbeit gefällt",
        "an erster Stelle nach den Kindern gefragt",
        "Sie sucht eine Stelle, ich kenne da jemanden.",
        "Glückwunsch zum neuen Job!",
    ),
)  # fmt: skip
