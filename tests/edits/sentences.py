"""Sentences and what they say; `test_sentence.py` tells how a row is read. Today is Monday, 15 June 2026."""

WITH = """
coffee with Ada                                  -> coffee | Ada |
coffee with Ada yesterday, she offered an intro to Grace #received -> 2026-06-14 coffee | Ada | she offered an intro to [[Grace Hopper|Grace]] #received
coffee w/ Ada & Bob on friday                    -> 2026-06-12 coffee | Ada, Bob |
coffee w/Ada                                     -> coffee | Ada |
coffee with ada and bob                          -> coffee | Ada, Bob |
coffee with Ada, Bob and Grace                   -> coffee | Ada, Bob, Grace |
coffee with Ada, Bob, and Grace at the pier      -> coffee | Ada, Bob, Grace | at the pier
coffee with Ada, Bob                             -> coffee | Ada, Bob |
coffee with Ada/Bob                              -> coffee | Ada, Bob |
coffee with Ada, Bob said hi                     -> coffee | Ada | [[Bob Byron|Bob]] said hi
coffee with Ada. Bob said hi                     -> coffee | Ada | [[Bob Byron|Bob]] said hi
coffee with my boss Ada                          -> coffee | Ada | with my boss
coffee with Dr. Hopper                           -> coffee | Grace |
coffee with Ada and Zora                         -> coffee | Ada | with Zora
coffee with Zora and Ada                         -> coffee | Ada | with Zora
coffee with Ada and asked about the paper        -> coffee | Ada | asked about the paper
had a call with Ada and she said yes             -> call | Ada | she said yes
had a long lunch with Ada in Porto               -> lunch | Ada | long lunch in Porto
video call with Ada                              -> video | Ada |
met with May on 2 May                            -> 2026-05-02 meeting | May |
catch-up call with Ada last tuesday              -> 2026-06-09 call | Ada |
catch-up with Ada                                -> meeting | Ada |
grabbed a drink with Ada after work              -> dinner | Ada | after work
had coffee with ada this am                      -> coffee | Ada |
talked about Grace with Ada                      -> | Ada | talked about [[Grace Hopper|Grace]]
lunch with [[Ada Lovelace]] and **New Name** on 2 May: talked pensions -> 2026-05-02 lunch | Ada, "New Name" | talked pensions
lunch with **New Name** and [[Ada Lovelace|her]] -> lunch | Ada, "New Name" |
coffee with Ada & **Zoe Zed**, she knows **Tom Tell** -> coffee | Ada, "Zoe Zed" | she knows [[Tom Tell]]
coffee with **AC/DC**                            -> coffee | "AC/DC" |
zoom with tomas vidal 3 days ago - he's hiring   -> 2026-06-12 video | Tomás | he's hiring
coffee with JB at 10:30                          -> 10:30 coffee | Jean-Baptiste |
coffee with Zoe O’Brien                          -> coffee | Zoë |
coffee with Madonna                              -> coffee | Madonna |
coffee with Anna B.                              -> coffee | Anna Berg |
coffee with Ada... good talk                     -> coffee | Ada | good talk
"""

SUBJECT = """
Ada called                                       -> call | Ada |
ada called                                       -> call | Ada |
ada said she's moving                            -> | Ada | said she's moving
ada and bob came for dinner                      -> dinner | Ada, Bob |
Ada and I had lunch                              -> lunch | Ada |
I and Ada had lunch                              -> lunch | Ada |
Ada: coffee, pension talk                        -> coffee | Ada | pension talk
ada: coffee                                      -> coffee | Ada |
Ada - lunch at the pier                          -> lunch | Ada | at the pier
lunch: Ada, pensions                             -> lunch | Ada | pensions
Ada, yesterday: lunch at the pier                -> 2026-06-14 lunch | Ada | at the pier
Ben wrote: long answer                           -> email from | Ben | long answer
ada@example.org emailed, wants the paper         -> email from | Ada | wants the paper
Ada moved to Paris                               -> | Ada | moved to Paris
Ada told me she met Bob on friday                -> | Ada | told me she met [[Bob Byron|Bob]] on friday
Ada introduced me to Grace                       -> introduction | Ada | me to [[Grace Hopper|Grace]]
Ada wrote to Bob about May                       -> email from | Ada | to [[Bob Byron|Bob]] about [[May Chen|May]]
Will Smith called                                -> call | Will |
"""

OBJECT = """
called Ada                                       -> call | Ada |
call Ada                                         -> call | Ada |
Called Ada and Bob                               -> call | Ada, Bob |
called Hopper                                    -> call | Grace |
called Will                                      -> call | Will |
I called Ada at 3pm yesterday re the paper       -> 2026-06-14 15:00 call | Ada | re the paper
called Ada at 12:30 am                           -> 00:30 call | Ada |
called Ada because Bob is ill                    -> call | Ada | because [[Bob Byron|Bob]] is ill
emailed Ben about the paper #asked               -> email to | Ben | about the paper #asked
emailed ada@example.org                          -> email to | Ada |
emailed Ben about the talk next week             -> email to | Ben | about the talk next week
wrote Ada a letter                               -> letter to | Ada |
sent Ada a postcard                              -> postcard to | Ada |
gave Ada the book #gave                          -> | Ada | gave Ada the book #gave
met Ada for coffee at Keizersveld                -> coffee | Ada | at Keizersveld
met Bram de Wit                                  -> meeting | Bram |
met de wit                                       -> meeting | Bram |
introduced Ada to Grace                          -> introduction | Ada, Grace |
helped Ada with her talk                         -> help | Ada | with her talk
had Ada over for dinner                          -> dinner | Ada |
thanked Ada for the paper                        -> | Ada | thanked Ada for the paper
thanked Ada and Bob for lunch                    -> | Ada, Bob | thanked [[Ada Lovelace|Ada]] and [[Bob Byron|Bob]] for lunch
asked Ada for an intro to Grace                  -> | Ada | asked Ada for an intro to [[Grace Hopper|Grace]]
asked Ada to call Bob                            -> | Ada | asked Ada to call [[Bob Byron|Bob]]
invited Ada to lunch                             -> | Ada | invited Ada to lunch
Saw Lovelace at the station                      -> | Ada | Saw Lovelace at the station
discussed Ada at length                          -> | Ada | discussed Ada at length
"""

TO_AND_FROM = """
email from Ben: long answer                      -> email from | Ben | long answer
email to Ben                                     -> email to | Ben |
got a letter from Ada                            -> letter from | Ada |
got an answer from Ben by email                  -> email from | Ben | got an answer by email
wrote to Ada about pensions                      -> email to | Ada | about pensions
spoke to Ada                                     -> call | Ada |
talked to Ada about Grace                        -> | Ada | talked about [[Grace Hopper|Grace]]
sent the paper to Ada                            -> | Ada | sent the paper
birthday card to Ada                             -> card to | Ada | birthday card
news of Ada from Bob                             -> | Bob | news of [[Ada Lovelace|Ada]]
card to my aunt Ada                              -> card to | Ada | to my aunt
dinner at Ada's                                  -> dinner | Ada | at Ada's
dinner at Ada and Bob's place                    -> dinner | Ada, Bob | at [[Ada Lovelace|Ada]] and [[Bob Byron|Bob]]'s place
"""

DAY_AND_TIME = """
yesterday: coffee with Ada                       -> 2026-06-14 coffee | Ada |
Yesterday, coffee with Ada                       -> 2026-06-14 coffee | Ada |
On Friday I called Ada                           -> 2026-06-12 call | Ada |
called Ada, yesterday                            -> 2026-06-14 call | Ada |
called Ada, yesterday, about the flat            -> 2026-06-14 call | Ada | about the flat
called Ada, she flies on friday                  -> call | Ada | she flies on friday
called Ada; on friday she flies                  -> call | Ada | on friday she flies
coffee with Ada on [[2026-06-10]]                -> 2026-06-10 coffee | Ada |
coffee with Ada on Friday, 12 June               -> 2026-06-12 coffee | Ada |
coffee with Ada today at 9:15am, good            -> 09:15 coffee | Ada | good
coffee with Ada at 25:10                         -> coffee | Ada | at 25:10
coffee with Ada, train at 10:30                  -> coffee | Ada | train at 10:30
called Ada: free on 1 June or 2 June or 3 June or 4 June or 5 June or 6 June or 7 June or 8 June or 9 June -> call | Ada | free on 1 June or 2 June or 3 June or 4 June or 5 June or 6 June or 7 June or 8 June or 9 June
"yesterday", coffee with Ada                     -> coffee | Ada | "yesterday", coffee
**Zoe yesterday** and Ada called                 -> call | Ada, "Zoe yesterday" |
called Ada: free on 1 May or 2 May or 3 May      -> call | Ada | free on 1 May or 2 May or 3 May
called Ada, may come 10/9                        -> call | Ada | may come 10/9
"""

TEXT_AND_TAGS = """
#received coffee with Ada                        -> coffee | Ada | #received
coffee with Ada #pension #asked on the pier #asked -> coffee | Ada | #pension on the pier #asked
met Ada (pensions, Bob)                          -> meeting | Ada | (pensions, [[Bob Byron|Bob]])
coffee with Ada, "Grace" came up                 -> coffee | Ada | "Grace" came up
coffee with Ada, `#asked` and https://ada.example/Bob -> coffee | Ada | `#asked` and https://ada.example/Bob
coffee with Ada; [[Grace Hopper]] and ![[Bob Byron]] came up -> coffee | Ada | [[Grace Hopper]] and ![[Bob Byron]] came up
coffee with Ada; [[Bobby]] came up               -> coffee | Ada | [[Bob Byron|Bobby]] came up
coffee with Ada; [[Zora]] came up                -> coffee | Ada | [[Zora]] came up
coffee with Ada; Bobby's place, **very** good    -> coffee | Ada | [[Bob Byron|Bobby]]'s place, **very** good
coffee with Ada; may be ill, will call           -> coffee | Ada | may be ill, will call
coffee with Ada; the grace of the place          -> coffee | Ada | the grace of the place
coffee with Ada; saw Grace Kelly, and Steven Hopper -> coffee | Ada | saw Grace Kelly, and Steven Hopper
coffee with Ada; wrote to x@grace.example        -> coffee | Ada | wrote to x@grace.example
coffee with Ada; Ada was tired                   -> coffee | Ada | Ada was tired
coffee with Ada and Bob; Ada was tired           -> coffee | Ada, Bob | [[Ada Lovelace|Ada]] was tired
coffee with Anna Berg, Anna was tired            -> coffee | Anna Berg | Anna was tired
"""

AS_TYPED = """
had coffee w ada this morning                    -> coffee | Ada |
Coffee & cake with Ada                           -> coffee | Ada | cake
quick call with Ben re: budget                   -> call | Ben | quick call re: budget
caught up with Ada over lunch                    -> lunch | Ada |
caught up with Bob                               -> meeting | Bob |
met up with Ada and Bob for drinks last night    -> 2026-06-14 dinner | Ada, Bob |
grabbed a beer with Ben after work               -> dinner | Ben | after work
1:1 with Grace                                   -> meeting | Grace |
Zoomed with Tomás                                -> video | Tomás |
facetimed ada                                    -> video | Ada |
skype call w/ Zoe                                -> video | Zoë |
Texted Will happy birthday                       -> message to | Will | happy birthday
text from May: running late                      -> message from | May | running late
Got a text from Ada                              -> message from | Ada |
DM'd Bobby about the gig                         -> message to | Bob | about the gig
WhatsApp from Ben, he got the job!               -> message from | Ben | he got the job!
left a voicemail for Ada                         -> message to | Ada |
called Ada, no answer                            -> call | Ada | no answer
called Ada but she didn't pick up                -> call | Ada | but she didn't pick up
called Ada, left a voicemail                     -> message to | Ada | left a voicemail
called Ada but left her a message                -> message to | Ada | but left her a message
Ada wrote me                                     -> email from | Ada |
Ada emailed me back                              -> email from | Ada |
Ada texted me about the keys                     -> message from | Ada | about the keys
Grace replied: she is in                         -> email from | Grace | she is in
replied to Ben                                   -> email to | Ben |
Ben sent me a postcard from Rome                 -> postcard from | Ben | from Rome
sent Ada flowers                                 -> | Ada | sent Ada flowers
mailed a birthday card to Bob                    -> card to | Bob | mailed a birthday card
posted a letter to Ada                           -> letter to | Ada |
gift for Ada                                     -> gift to | Ada |
brought Ada a present                            -> gift to | Ada |
rang Ada up                                      -> call | Ada |
phone call from Bob                              -> call | Bob |
Phoned Grace Hopper, 20 min                      -> call | Grace | 20 min
spoke with Ben on the phone                      -> call | Ben |
ran into Ada at the market                       -> meeting | Ada | at the market
bumped into Ben                                  -> meeting | Ben |
went for a walk with Ada                         -> meeting | Ada |
long walk along the river with Bob               -> meeting | Bob | along the river
visited Ada in hospital                          -> visit | Ada | in hospital
Ada came over for dinner                         -> dinner | Ada |
Bob dropped by                                   -> visit | Bob |
stayed with Ben in Porto                         -> | Ben | stayed in Porto
Ada and Bob over for supper                      -> dinner | Ada, Bob |
breakfast w/Ada @ 8am                            -> 08:00 lunch | Ada |
Lunch: Ada + Bob                                 -> lunch | Ada, Bob |
Lunch, Ada and Ben                               -> lunch | Ada, Ben |
Dinner with Ada plus Bob                         -> dinner | Ada, Bob |
Team dinner w/ Ada, Bob & Grace                  -> dinner | Ada, Bob, Grace | Team dinner
party at Ada's                                   -> event | Ada | at Ada's
saw Ada at the conference                        -> event | Ada | saw Ada at the conference
introduced Bob to Grace by email #gave           -> introduction | Bob, Grace | by email #gave
Ada introduced me to Tomás                       -> introduction | Ada | me to [[Tomás Vidal|Tomás]]
helped Bob move                                  -> help | Bob | move
congratulated Ada on the new job                 -> | Ada | congratulated Ada on the new job
wished Bob a happy birthday                      -> | Bob | wished Bob a happy birthday
called Ada, it's her birthday                      -> call | Ada | it's her birthday
Jean-Baptiste Lacour visited                     -> visit | Jean-Baptiste |
Prof. Hopper wrote back                          -> email from | Grace |
had tea with Zoë O'Brien                         -> coffee | Zoë |
espresso with JB                                 -> coffee | Jean-Baptiste |
"""

WHEN_TYPED = """
Friday: lunch with Ada                           -> 2026-06-12 lunch | Ada |
last Tuesday I had coffee with Ada               -> 2026-06-09 coffee | Ada |
called Ada Saturday                              -> 2026-06-13 call | Ada |
called Ada on Sat                                -> 2026-06-13 call | Ada |
Two weeks ago I visited Ada                      -> 2026-06-01 visit | Ada |
coffee with Ada the day before yesterday         -> 2026-06-13 coffee | Ada |
coffee with Ada on June 3rd                      -> 2026-06-03 coffee | Ada |
coffee with Ada 3 June 2025                      -> 2025-06-03 coffee | Ada |
2026-06-01 coffee with Ada                       -> 2026-06-01 coffee | Ada |
6/13 call with Ada                               -> 2026-06-13 call | Ada |
call with Ada at noon                            -> call | Ada | at noon
call with Ada, 4:30 pm                           -> call | Ada | 4:30 pm
called Ada yesterday at 5 pm, she is in          -> 2026-06-14 17:00 call | Ada | she is in
This afternoon Bob called                        -> call | Bob |
had lunch last week with Ada                     -> 2026-06-08 lunch | Ada |
"""

REFUSED = """
coffee with Zora                -> nobody is called "Zora": write **Zora** to make a note of them
coffee with [[Zora]]            -> nobody is called "Zora": write **Zora**
Zora called                     -> nobody is called "Zora"
called my friend Zora Zed       -> nobody is called "Zora Zed"
coffee with Grace Kelly         -> nobody is called "Grace Kelly"
coffee with Bobb                -> nobody is called "Bobb": did you mean Bob Byron? Else write **Bobb**
met Ada's brother               -> whom did you meet?
coffee without Ada              -> whom did you meet?
talked about Ada                -> whom did you meet?
coffee, she offered an intro to Grace -> whom did you meet?
grant the wish                  -> whom did you meet?
Will you come                   -> reads like a plan
coffee                          -> whom did you meet? Name them as in "coffee with Ada", or with --who
Ada                             -> say what it was
need to call Ada                -> reads like a plan: log it once it has happened
I'll call Ada                   -> reads like a plan
lunch with Ada tomorrow         -> that day has not come: 2026-06-16
call Ada next friday            -> that day has not come: 2026-06-19
booked lunch with Ada for tomorrow -> that day has not come: 2026-06-16
coffee with Ada on 10/9         -> "on 10/9" may be two days: write it as in 2026-05-02
coffee with Ada on 31 February  -> there is no such day as "on 31 February"
want to call Ada                -> reads like a plan
should really call Ada soon     -> reads like a plan
I will email Ben                -> reads like a plan
planning to visit Ada           -> reads like a plan
any news from Ada?              -> reads like a question
time to write Ada               -> reads like a plan
coffee with Ada tomorrow        -> or plan it with --next
didn't call Ada                 -> did not happen
haven't seen Ada                -> did not happen
forgot to call Ada              -> did not happen
tried calling Ada               -> did not happen
tried to reach Ada              -> did not happen
missed call from Ada            -> did not happen
no coffee with Ada              -> did not happen
lunch with Ada cancelled        -> did not happen
Ada cancelled lunch             -> did not happen
did I call Ada?                 -> reads like a question
when did I last see Ada?        -> reads like a question
coffee with Ada on Friday and on Tuesday -> are two days
called Ada yesterday and on friday -> are two days
coffee with Ada on June 31      -> there is no such day
coffee with Ada on 2026-13-40   -> there is no such day
couldn't reach Ada              -> did not happen
never met Grace Hopper          -> did not happen
remind me to call Ada           -> reads like a plan
asdf qwer                       -> whom did you meet?
she called                      -> whom did you meet?
called mom                      -> whom did you meet?
"""
