"""Countries as people write them: ISO 3166 codes and names in English, German, and the country's own languages.

A line a country (a long one has two): alpha-2, alpha-3, names. Names after the Unicode CLDR, with the everyday ones
added; read by `model/country.py`, which compares without regard to case, accents, dots and `the`.

DE DEU Germany, Deutschland, BRD
"""

COUNTRY_NAMES = """
AD AND Andorra
AE ARE United Arab Emirates, Vereinigte Arabische Emirate, الإمارات العربية المتحدة, UAE, Emirates
AF AFG Afghanistan, افغانستان
AG ATG Antigua and Barbuda, Antigua und Barbuda, Antigua
AI AIA Anguilla
AL ALB Albania, Albanien, Shqipëri
AM ARM Armenia, Armenien, Հայաստան
AO AGO Angola
AR ARG Argentina, Argentinien
AS ASM American Samoa, Amerikanisch-Samoa
AT AUT Austria, Österreich
AU AUS Australia, Australien
AW ABW Aruba
AX ALA Åland Islands, Ålandinseln, Åland
AZ AZE Azerbaijan, Aserbaidschan, Azərbaycan, Азәрбајҹан
BA BIH Bosnia and Herzegovina, Bosnien und Herzegowina, Босна и Херцеговина, Bosna i Hercegovina, Bosnia
BB BRB Barbados
BD BGD Bangladesh, Bangladesch, বাংলাদেশ
BE BEL Belgium, Belgien, België, Belgique
BF BFA Burkina Faso
BG BGR Bulgaria, Bulgarien, България
BH BHR Bahrain, البحرين
BI BDI Burundi, Uburundi
BJ BEN Benin
BL BLM Saint Barthélemy
BM BMU Bermuda
BN BRN Brunei, Brunei Darussalam, بروني
BO BOL Bolivia, Bolivien
BQ BES Caribbean Netherlands, Karibische Niederlande, Caribisch Nederland
BR BRA Brazil, Brasilien, Brasil
BS BHS Bahamas
BT BTN Bhutan, འབྲུག
BW BWA Botswana, Botsuana
BY BLR Belarus, Беларусь, Weißrussland
BZ BLZ Belize
CA CAN Canada, Kanada
CC CCK Cocos Islands, Kokosinseln
CD COD Democratic Republic of the Congo, Kongo-Kinshasa, Congo-Kinshasa, DR Congo
CF CAF Central African Republic, Zentralafrikanische Republik, République centrafricaine
CG COG Congo, Kongo-Brazzaville, Congo-Brazzaville
CH CHE Switzerland, Schweiz, Schwiiz, Suisse, Svizzera
CI CIV Côte d'Ivoire, Ivory Coast
CK COK Cook Islands, Cookinseln
CL CHL Chile
CM CMR Cameroon, Kamerun, Cameroun
CN CHN China, 中国, People's Republic of China, PRC
CO COL Colombia, Kolumbien
CR CRI Costa Rica
CU CUB Cuba, Kuba
CV CPV Cape Verde, Cabo Verde
CW CUW Curaçao, Kòrsou
CX CXR Christmas Island, Weihnachtsinsel
CY CYP Cyprus, Zypern, Κύπρος, Kıbrıs
CZ CZE Czechia, Tschechien, Česko, Czech Republic, Tschechische Republik
DE DEU Germany, Deutschland, BRD
DJ DJI Djibouti, Dschibuti, جيبوتي
DK DNK Denmark, Dänemark, Danmark
DM DMA Dominica
DO DOM Dominican Republic, Dominikanische Republik, República Dominicana
DZ DZA Algeria, Algerien, الجزائر, Algérie
EC ECU Ecuador
EE EST Estonia, Estland, Eesti
EG EGY Egypt, Ägypten, مصر
EH ESH Western Sahara, Westsahara, الصحراء الغربية
ER ERI Eritrea, ኤርትራ, إريتريا
ES ESP Spain, Spanien, España, Espanya, Espainia
ET ETH Ethiopia, Äthiopien, ኢትዮጵያ
FI FIN Finland, Finnland, Suomi
FJ FJI Fiji, Fidschi
FK FLK Falkland Islands, Falklandinseln
FM FSM Micronesia, Mikronesien
FO FRO Faroe Islands, Färöer, Føroyar
FR FRA France, Frankreich
GA GAB Gabon, Gabun
GB GBR United Kingdom, Vereinigtes Königreich, Y Deyrnas Unedig, UK, Great Britain, Britain, Großbritannien
GB GBR England, Scotland, Wales, Cymru, Alba, Northern Ireland, Schottland, Nordirland
GD GRD Grenada
GE GEO Georgia, Georgien, საქართველო
GF GUF French Guiana, Französisch-Guayana, Guyane française
GG GGY Guernsey
GH GHA Ghana
GI GIB Gibraltar
GL GRL Greenland, Grönland, Kalaallit Nunaat
GM GMB Gambia
GN GIN Guinea, Guinée
GP GLP Guadeloupe
GQ GNQ Equatorial Guinea, Äquatorialguinea, Guinea Ecuatorial, Guinée équatoriale, Guiné Equatorial
GR GRC Greece, Griechenland, Ελλάδα
GT GTM Guatemala
GU GUM Guam
GW GNB Guinea-Bissau, Guiné-Bissau
GY GUY Guyana
HK HKG Hong Kong, Hongkong
HN HND Honduras
HR HRV Croatia, Kroatien, Hrvatska
HT HTI Haiti
HU HUN Hungary, Ungarn, Magyarország
ID IDN Indonesia, Indonesien
IE IRL Ireland, Irland, Éire, Republic of Ireland
IL ISR Israel, ישראל, إسرائيل
IM IMN Isle of Man
IN IND India, Indien, भारत, இந்தியா, ভারত, Bharat
IQ IRQ Iraq, Irak, العراق
IR IRN Iran, ایران
IS ISL Iceland, Island
IT ITA Italy, Italien, Italia
JE JEY Jersey
JM JAM Jamaica, Jamaika
JO JOR Jordan, Jordanien, الأردن
JP JPN Japan, 日本, Nippon
KE KEN Kenya, Kenia
KG KGZ Kyrgyzstan, Kirgisistan, Кыргызстан, Киргизия
KH KHM Cambodia, Kambodscha, កម្ពុជា
KI KIR Kiribati
KM COM Comoros, Komoren, جزر القمر, Comores
KN KNA Saint Kitts and Nevis, Saint Kitts und Nevis
KP PRK North Korea, Nordkorea, 북한
KR KOR South Korea, Südkorea, 대한민국, Korea, Republic of Korea, 한국
KW KWT Kuwait, الكويت
KY CYM Cayman Islands, Kaimaninseln
KZ KAZ Kazakhstan, Kasachstan, Казахстан, Қазақстан
LA LAO Laos, ລາວ
LB LBN Lebanon, Libanon, لبنان
LC LCA Saint Lucia
LI LIE Liechtenstein
LK LKA Sri Lanka, ශ්‍රී ලංකාව, இலங்கை
LR LBR Liberia
LS LSO Lesotho
LT LTU Lithuania, Litauen, Lietuva
LU LUX Luxembourg, Luxemburg, Lëtzebuerg
LV LVA Latvia, Lettland, Latvija
LY LBY Libya, Libyen, ليبيا
MA MAR Morocco, Marokko, المغرب, Maroc
MC MCO Monaco
MD MDA Moldova, Republik Moldau, Republica Moldova
ME MNE Montenegro, Crna Gora
MF MAF Saint Martin
MG MDG Madagascar, Madagaskar, Madagasikara
MH MHL Marshall Islands, Marshallinseln
MK MKD North Macedonia, Nordmazedonien, Северна Македонија, Macedonia, Mazedonien
ML MLI Mali
MM MMR Myanmar, မြန်မာ, Burma, Birma
MN MNG Mongolia, Mongolei, Монгол
MO MAC Macao, Macau
MP MNP Northern Mariana Islands, Nördliche Marianen
MQ MTQ Martinique
MR MRT Mauritania, Mauretanien, موريتانيا
MS MSR Montserrat
MT MLT Malta
MU MUS Mauritius, Maurice
MV MDV Maldives, Malediven, ދިވެހި ރާއްޖެ
MW MWI Malawi
MX MEX Mexico, Mexiko
MY MYS Malaysia
MZ MOZ Mozambique, Mosambik, Moçambique
NA NAM Namibia
NC NCL New Caledonia, Neukaledonien, Nouvelle-Calédonie
NE NER Niger
NF NFK Norfolk Island, Norfolkinsel
NG NGA Nigeria, Nàìjíríà
NI NIC Nicaragua
NL NLD Netherlands, Niederlande, Nederland, Holland
NO NOR Norway, Norwegen, Norge, Noreg
NP NPL Nepal, नेपाल
NR NRU Nauru
NU NIU Niue
NZ NZL New Zealand, Neuseeland, Aotearoa
OM OMN Oman, عُمان
PA PAN Panama
PE PER Peru
PF PYF French Polynesia, Französisch-Polynesien, Polynésie française
PG PNG Papua New Guinea, Papua-Neuguinea, Papua Niugini
PH PHL Philippines, Philippinen, Pilipinas
PK PAK Pakistan, پاکستان
PL POL Poland, Polen, Polska
PM SPM Saint Pierre and Miquelon, Saint Pierre und Miquelon, Saint-Pierre-et-Miquelon
PN PCN Pitcairn Islands, Pitcairninseln
PR PRI Puerto Rico
PS PSE Palestinian Territories, Palästinensische Autonomiegebiete, الأراضي الفلسطينية, Palestine
PT PRT Portugal
PW PLW Palau
PY PRY Paraguay, Paraguai
QA QAT Qatar, Katar, قطر
RE REU Réunion, La Réunion
RO ROU Romania, Rumänien
RS SRB Serbia, Serbien, Srbija, Србија
RU RUS Russia, Russland, Россия, Russian Federation
RW RWA Rwanda, Ruanda, U Rwanda
SA SAU Saudi Arabia, Saudi-Arabien, المملكة العربية السعودية
SB SLB Solomon Islands, Salomonen
SC SYC Seychelles, Seychellen
SD SDN Sudan, السودان
SE SWE Sweden, Schweden, Sverige
SG SGP Singapore, Singapur, Singapura, 新加坡, சிங்கப்பூர்
SH SHN Saint Helena
SI SVN Slovenia, Slowenien, Slovenija
SJ SJM Svalbard and Jan Mayen, Spitzbergen und Jan Mayen, Svalbard og Jan Mayen
SK SVK Slovakia, Slowakei, Slovensko
SL SLE Sierra Leone
SM SMR San Marino
SN SEN Senegal, Senegaal
SO SOM Somalia, Soomaaliya, الصومال
SR SUR Suriname
SS SSD South Sudan, Südsudan
ST STP São Tomé and Príncipe, São Tomé und Príncipe, São Tomé e Príncipe
SV SLV El Salvador
SX SXM Sint Maarten
SY SYR Syria, Syrien, سوريا
SZ SWZ Eswatini, Swaziland
TC TCA Turks and Caicos Islands, Turks- und Caicosinseln
TD TCD Chad, Tschad, تشاد, Tchad
TG TGO Togo
TH THA Thailand, ไทย
TJ TJK Tajikistan, Tadschikistan, Тоҷикистон
TK TKL Tokelau
TL TLS Timor-Leste, East Timor
TM TKM Turkmenistan
TN TUN Tunisia, Tunesien, تونس, Tunisie
TO TON Tonga
TR TUR Türkiye, Türkei, Turkey
TT TTO Trinidad and Tobago, Trinidad und Tobago, Trinidad
TV TUV Tuvalu
TW TWN Taiwan, 台灣, Republic of China
TZ TZA Tanzania, Tansania
UA UKR Ukraine, Україна
UG UGA Uganda
US USA United States, Vereinigte Staaten, Estados Unidos, USA, United States of America, America, US
UY URY Uruguay
UZ UZB Uzbekistan, Usbekistan, Oʻzbekiston, Ўзбекистон
VA VAT Vatican City, Vatikanstadt, Città del Vaticano, Vatican, Holy See
VC VCT Saint Vincent and Grenadines, Saint Vincent und die Grenadinen, Saint Vincent
VE VEN Venezuela
VG VGB British Virgin Islands, Britische Jungferninseln
VI VIR US Virgin Islands, Amerikanische Jungferninseln, United States Virgin Islands
VN VNM Vietnam, Việt Nam
VU VUT Vanuatu
WF WLF Wallis and Futuna, Wallis und Futuna, Wallis-et-Futuna
WS WSM Samoa
XK XKK Kosovo, Kosovë, Косово
YE YEM Yemen, Jemen, اليمن
YT MYT Mayotte
ZA ZAF South Africa, Südafrika, Suid-Afrika, iNingizimu Afrika, EMzantsi Afrika
ZM ZMB Zambia, Sambia
ZW ZWE Zimbabwe, Simbabwe
"""
