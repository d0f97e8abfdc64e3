"""German sentences and what they say; `test_sentence_de.py` tells how a row is read. Today is Monday, 15 June 2026."""

WITH = """
Kaffee mit Ada                                   -> coffee | Ada |
Kaffee mit Ada gestern, sie hat ein Treffen mit Grace angeboten #bekommen -> 2026-06-14 coffee | Ada | sie hat ein Treffen mit [[Grace Hopper|Grace]] angeboten #bekommen
Kaffee mit Ada, Bob und Grace                    -> coffee | Ada, Bob, Grace |
Kaffee mit Ada sowie Bob am Pier                 -> coffee | Ada, Bob | am Pier
Kaffee m. Ada & Bob am Freitag                   -> 2026-06-12 coffee | Ada, Bob |
mit Ada telefoniert                              -> call | Ada |
gestern mit Ada telefoniert                      -> 2026-06-14 call | Ada |
Mit Jürgen telefoniert, ihm geht es besser       -> call | Jürgen | ihm geht es besser
mit Juergen Mueller zu Mittag gegessen           -> lunch | Jürgen |
habe heute mit Frau Dr. Krüger gesprochen        -> call | Lena |
heute früh mit Oma gefrühstückt                  -> lunch | Hilde |
war mit Ada und Bob essen                        -> dinner | Ada, Bob |
war gestern Abend mit Max ein Bier trinken       -> 2026-06-14 dinner | Max |
bin mit Lena spazieren gegangen                  -> meeting | Lena |
Letzten Dienstag Mittagessen mit Ben in der Kantine -> 2026-06-09 lunch | Ben | in der Kantine
Abendessen bei Ada                               -> dinner | Ada | bei Ada
zu Besuch bei Oma                                -> visit | Hilde | bei Oma
lange mit Ada über Rom gesprochen                -> call | Ada | lange über Rom
Videoanruf mit Grace um 15 Uhr                   -> 15:00 video | Grace |
Telefonat mit Herrn Müller wegen der Rechnung    -> call | Jürgen | wegen der Rechnung
Treffen mit **Rui Prado** und Ada                -> meeting | Ada, "Rui Prado" |
Ada angemailt wegen des Termins                  -> email to | Ada | wegen des Termins
Ada per Signal geschrieben                       -> message to | Ada |
Kaffee mit meiner Chefin Ada                     -> coffee | Ada | mit meiner Chefin
Zoom mit Tomás vor 3 Tagen: er stellt ein        -> 2026-06-12 video | Tomás | er stellt ein
Spaziergang mit Max am See                       -> meeting | Max | am See
mit Max und Lena auf dem Stammtisch gewesen      -> event | Max, Lena |
"""

SUBJECT = """
Ada hat angerufen                                -> call | Ada |
Ada rief an                                      -> call | Ada |
ada rief gestern an, sie zieht um                -> 2026-06-14 call | Ada | sie zieht um
Ada hat mir geschrieben                          -> email from | Ada |
Ada schreibt, dass sie umzieht                   -> email from | Ada | dass sie umzieht
Ada sagte, dass sie umzieht                      -> | Ada | sagte, dass sie umzieht
Ada meint, der Vortrag war gut                   -> | Ada | meint, der Vortrag war gut
Ada hat telefoniert: alles gut                   -> call | Ada | alles gut
Ben hat eine Mail geschickt                      -> email from | Ben |
Max hat mich besucht                             -> visit | Max |
Oma kam vorbei, sie brachte Kuchen               -> visit | Hilde | sie brachte Kuchen
Bob und Ada waren zum Abendessen da              -> dinner | Bob, Ada | da
Ada und ich waren spazieren                      -> meeting | Ada |
Bob kam gestern kurz vorbei                      -> 2026-06-14 visit | Bob | kurz
Bob kam mich besuchen                            -> visit | Bob |
Ada: Kaffee, Vortrag besprochen                  -> coffee | Ada | Vortrag besprochen
Lena ist nach Rom gezogen                        -> | Lena | ist nach Rom gezogen
Lena hat mir beim Umzug geholfen                 -> help | Lena | beim Umzug
Grace hat mir Bob vorgestellt                    -> introduction | Grace | [[Bob Byron|Bob]]
Jürgen Müller mailte: Termin passt               -> email from | Jürgen | Termin passt
Jörg hat mir ein Buch geschenkt #bekommen        -> gift from | Jörg | ein Buch #bekommen
Ada antwortete auf meine Mail                    -> email from | Ada | auf meine Mail
"""

OBJECT = """
rief Ada an                                      -> call | Ada |
rief gestern Ada an                              -> 2026-06-14 call | Ada |
Ich rief Ada wegen des Umzugs an                 -> call | Ada | wegen des Umzugs
rief Ada an, keiner da                           -> call | Ada | keiner da
Ada angerufen, auf die Mailbox gesprochen        -> message to | Ada | auf die Mailbox gesprochen
habe Ada angerufen                               -> call | Ada |
Ada angerufen                                    -> call | Ada |
Ada und Bob angerufen, alles gut                 -> call | Ada, Bob | alles gut
Hab Lena am 3.6. angerufen                       -> 2026-06-03 call | Lena |
habe Ada getroffen                               -> meeting | Ada |
Ada getroffen                                    -> meeting | Ada |
traf Ada zum Kaffee                              -> coffee | Ada |
traf zufällig Jörg am Bahnhof                    -> meeting | Jörg | zufällig am Bahnhof
Max in Wien besucht                              -> visit | Max | in Wien
Oma besucht                                      -> visit | Hilde |
habe Oma am Sonntag besucht                      -> 2026-06-14 visit | Hilde |
Ada einen Brief geschrieben                      -> letter to | Ada |
habe Ada eine Postkarte geschickt                -> postcard to | Ada |
schrieb Ada einen langen Brief                   -> letter to | Ada | schrieb einen langen Brief
Bob beim Umzug geholfen #gegeben                 -> help | Bob | beim Umzug #gegeben
Ada mit Grace bekannt gemacht                    -> introduction | Ada, Grace |
Jürgen um Rat gefragt #gefragt                   -> | Jürgen | um Rat gefragt #gefragt
dankte Ada für den Kontakt #bedankt              -> | Ada | dankte Ada für den Kontakt #bedankt
Ben gemailt wegen des Papiers                    -> email to | Ben | wegen des Papiers
Lena gesehen, sie ist wieder da                  -> | Lena | gesehen, sie ist wieder da
"""

TO_AND_FROM = """
Mail von Ben: lange Antwort                      -> email from | Ben | lange Antwort
Mail an Ben                                      -> email to | Ben |
E-Mail an Ada wegen des Vortrags                 -> email to | Ada | wegen des Vortrags
Brief an Ada                                     -> letter to | Ada |
Karte von Oma aus Rom                            -> card from | Hilde | aus Rom
Nachricht von Lena                               -> message from | Lena |
WhatsApp an Max und Lena                         -> message to | Max, Lena |
bekam einen Brief von Ada                        -> letter from | Ada |
habe eine Nachricht von Bob bekommen             -> message from | Bob |
Geschenk an Bob                                  -> gift to | Bob |
an Ada geschrieben                               -> email to | Ada |
Antwort von Ben per Mail                         -> email from | Ben | Antwort per Mail
Anruf von Ada                                    -> call | Ada |
SMS von Grace, sie kommt später                  -> message from | Grace | sie kommt später
von Ada gehört                                   -> | Ada | gehört
"""

DAY_AND_TIME = """
gestern: Kaffee mit Ada                          -> 2026-06-14 coffee | Ada |
Vorgestern Abend mit Ada telefoniert             -> 2026-06-13 call | Ada |
am Freitag Kaffee mit Ada                        -> 2026-06-12 coffee | Ada |
letzten Freitag rief Ada an                      -> 2026-06-12 call | Ada |
am 12. Juni mit Ada telefoniert                  -> 2026-06-12 call | Ada |
Kaffee mit Ada am 3.6.                           -> 2026-06-03 coffee | Ada |
Kaffee mit Ada am 3.6.2025                       -> 2025-06-03 coffee | Ada |
Kaffee mit Ada um 15 Uhr                         -> 15:00 coffee | Ada |
mit Ada um 9:30 telefoniert                      -> 09:30 call | Ada |
letzte Woche mit Ada telefoniert                 -> 2026-06-08 call | Ada |
vor zwei Wochen Ada besucht                      -> 2026-06-01 visit | Ada |
Heute Morgen kam eine Mail von Ben               -> email from | Ben |
mit Ada telefoniert, sie kommt am Freitag        -> call | Ada | sie kommt am Freitag
Kaffee mit Ada; morgen fliegt sie                -> coffee | Ada | morgen fliegt sie
mit Ada telefoniert, gestern                     -> 2026-06-14 call | Ada |
neulich mit Ada telefoniert                      -> call | Ada | neulich
"""

WORDS_AND_NAMES = """
Adas Vortrag gehört, danach Kaffee mit Ada       -> coffee | Ada | Adas Vortrag gehört, danach Kaffee
coffee with Ada                                  -> coffee | Ada |
Kaffee mit Anna Berg. Anna Stein kommt auch      -> coffee | Anna Berg | [[Anna Stein]] kommt auch
Mittagessen mit Will                             -> lunch | Will |
Kaffee mit Ada #asked #bekommen                  -> coffee | Ada | #asked #bekommen
Kaffee mit Mueller                               -> coffee | Jürgen |
Gift mit Ada besprochen                          -> | Ada | Gift besprochen
Kaffee mit Ada, "Grace" kam zur Sprache          -> coffee | Ada | "Grace" kam zur Sprache
"""

REFUSED = """
Kaffee mit Zora                  -> nobody is called "Zora"
Zora hat angerufen               -> nobody is called "Zora"
Kaffee                           -> whom did you meet?
über Ada gesprochen              -> whom did you meet?
Adas Bruder getroffen            -> whom did you meet?
Ada                              -> say what it was
Kaffee mit Ada morgen            -> that day has not come: 2026-06-16
nächste Woche Kaffee mit Ada     -> that day has not come: 2026-06-22
muss Ada anrufen                 -> reads like a plan
ich muss noch Ada anrufen        -> reads like a plan
will Ada anrufen                 -> reads like a plan
wollte Ada anrufen               -> reads like a plan
Ada anrufen                      -> reads like a plan
sollte mal wieder Ada treffen    -> reads like a plan
Ada nicht erreicht               -> did not happen
habe Ada nicht getroffen         -> did not happen
Ada nie angerufen                -> did not happen
vergessen, Ada anzurufen         -> did not happen
Ada nicht gefragt                -> did not happen
versucht, Ada anzurufen          -> did not happen
Kaffee mit Ada abgesagt          -> did not happen
Ada hat das Treffen verschoben   -> did not happen
Wann habe ich Ada getroffen?     -> reads like a question
Habe ich Ada angerufen?          -> reads like a question
Kaffee mit Ada am 31. Februar    -> there is no such day
Kaffee mit Ada am 3.6. am 5.6.   -> two days
asdf jklö                        -> whom did you meet?
"""
