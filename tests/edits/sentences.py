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
Will you come                   -> whom did you meet?
coffee                          -> whom did you meet? Name them as in "coffee with Ada", or with --who
Ada                             -> say what it was
need to call Ada                -> reads like a plan: log it once it has happened
I'll call Ada                   -> reads like a plan
lunch with Ada tomorrow         -> that day has not come: 2026-06-16
call Ada next friday            -> that day has not come: 2026-06-19
booked lunch with Ada for tomorrow -> that day has not come: 2026-06-16
coffee with Ada on 10/9         -> "on 10/9" may be two days: write it as in 2026-05-02
coffee with Ada on 31 February  -> there is no such day as "on 31 February"
"""
