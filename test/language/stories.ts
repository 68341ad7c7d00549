/** Stories as staff tell them, one a line, and after the arrow all that they state. Nothing after it: they state nothing. */
export const told = `
Fru H er 84 og har ikke været indlagt. Hun får hjemmepleje og skal træne op igen. => age=84 pensionAge=reached hospitalPlan=none careNeed=yes need=regain
84-årig mand, hjemmeboende, svækket efter influenza => age=84 pensionAge=reached housing=own-home
borger på 84 der gerne vil genoptrænes => age=84 pensionAge=reached need=regain
Mand 51 år, svækket efter lungebetændelse, som egen læge behandlede hjemme => age=51 pensionAge=not-reached hospitalPlan=none
Hun blev behandlet hos egen læge for sin influenza og er 58 => hospitalPlan=none age=58 pensionAge=not-reached
Hun er 84, og behovet er langt fra uændret => age=84 pensionAge=reached needChanged=yes
Han er 81, og behovet er alt andet end uændret => age=81 pensionAge=reached needChanged=yes
Hun er 74 og får først BPA fra næste år => age=74 pensionAge=reached
Han er 74 og har søgt om BPA => age=74 pensionAge=reached
Kvinde 84 år. Lå hjemme med lungebetændelse. => age=84 pensionAge=reached hospitalPlan=none housing=own-home
Fireogfirsårig dame i eget hjem => age=84 pensionAge=reached housing=own-home
hun er fireogfirs og bor i egen lejlighed => age=84 pensionAge=reached housing=own-home
Født i 1942, bor på plejehjem => born=1942 pensionAge=reached housing=care-home careNeed=yes
Borger f. 42, plejecenter => born=1942 pensionAge=reached
f. 1942. Bor på et friplejehjem. => born=1942 pensionAge=reached housing=care-home careNeed=yes
Mand født 3. maj 1951 => born=1951 pensionAge=reached
Borgeren er født 12.04.48 og bor i plejebolig => born=1948 pensionAge=reached housing=care-home careNeed=yes
Årgang 1940, klarer alt selv => born=1940 pensionAge=reached careNeed=no
Hun er over folkepensionsalderen og bor på botilbud => pensionAge=reached housing=supported-housing
Pensionist, udskrevet med GOP => pensionAge=reached hospitalPlan=general
en ung mand på bosted, vil gerne træne op igen => pensionAge=not-reached housing=supported-housing need=regain
Borgeren er i 50'erne og bor hjemme => pensionAge=not-reached housing=own-home
han er midt i firserne => pensionAge=reached
Konen passer sin mand på 82, der er skrøbelig af alder => age=82 pensionAge=reached ageRelatedLoss=yes
manden passer sin kone på 83 som får helhedspleje => age=83 pensionAge=reached careNeed=yes
Hun er 74 og har haft BPA efter § 96 i mange år => age=74 pensionAge=reached personalAssistance=yes
45 år, influenza, lå hjemme i tre uger => age=45 pensionAge=not-reached hospitalPlan=none housing=own-home
svækket efter lungebetændelse, som han lå syg med derhjemme => hospitalPlan=none
hun er 49 og slap efter en lungebetændelse, som hun lå med derhjemme => age=49 pensionAge=not-reached hospitalPlan=none
Borger på 84 har genoptræningsplan. Hun lå syg hjemme => age=84 pensionAge=reached hospitalPlan=general
Borger 84 år har ligget syg derhjemme. Siden fik hun en genoptræningsplan => age=84 pensionAge=reached hospitalPlan=general
Kvinde på 72 har haft BPA for 3 år siden => age=72 pensionAge=reached day=2023-11-22
Kvinde på 72 har haft BPA indtil sidste år => age=72 pensionAge=reached
Kvinde på 72 har haft BPA i 10 år, men det er stoppet => age=72 pensionAge=reached
Borger på 70, udviklingshæmmet fra fødslen, har fået sværere ved det med årene => age=70 pensionAge=reached ageRelatedLoss=no
Ny sag i min bunke. Mand på 84 => age=84 pensionAge=reached
Borger udskrives man. 23/11-26 m. alm. GOP => day=2026-11-23:discharge hospitalPlan=general
Efter en langvarig blærebetændelse derhjemme er hun svag => hospitalPlan=none
Hun er 58 og svækket efter lungebetændelse derhjemme => age=58 pensionAge=not-reached hospitalPlan=none
han er over 80 => pensionAge=reached
Hun er under 60 år => pensionAge=not-reached
han fylder 90 på lørdag => pensionAge=reached day=2026-11-28
Udskrevet med genoptræningsplan, almen => hospitalPlan=general
Udskrevet i går med GOP => hospitalPlan=general day=2026-11-21:discharge
Har en GOP på avanceret niveau => hospitalPlan=general
Hun har en genoptræningsplan til rehabilitering på specialiseret niveau => hospitalPlan=specialised-rehabilitation
Der er lavet GOP til genoptræning på specialiseret niveau => hospitalPlan=specialised-training
Han kom hjem med en plan for specialiseret rehabilitering => hospitalPlan=specialised-rehabilitation
Hun er udskrevet => 
Borgeren blev udskrevet d. 20/11 med almen GOP => hospitalPlan=general day=2026-11-20:discharge
Basal GOP, 79 år => hospitalPlan=general age=79 pensionAge=reached
Hun er svækket pga. alder og vi kommer morgen og aften => ageRelatedLoss=yes careNeed=yes
Tabet skyldes alderdom => ageRelatedLoss=yes
Hun er svagelig af alder => ageRelatedLoss=yes
Hun har fået bevilget hjælp til bad efter ældreloven => careNeed=yes ageRelatedLoss=yes
Borgeren har hjælp til rengøring efter ældreloven => careNeed=yes ageRelatedLoss=yes
får hun hjælp efter ældreloven? => 
Han bor hjemme med daglig hjælp => housing=own-home careNeed=yes
Mand, 45, murer => age=45 pensionAge=not-reached
Alderssvækket mand på 91 med hjemmehjælp => ageRelatedLoss=yes age=91 pensionAge=reached careNeed=yes
funktionstabet skyldes almindelig aldring => ageRelatedLoss=yes
hun er bare blevet gammel og svag af alder => ageRelatedLoss=yes
Han er 70 og har cerebral parese fra fødslen => age=70 pensionAge=reached ageRelatedLoss=no
Hun er 72 med medfødt hjerneskade => age=72 pensionAge=reached ageRelatedLoss=no
Hjerneskade som 40-årig, nu 69 => age=69 pensionAge=reached ageRelatedLoss=no
Mand på 71, sclerose siden 30'erne => age=71 pensionAge=reached ageRelatedLoss=no
Han er udviklingshæmmet og 68 år => ageRelatedLoss=no age=68 pensionAge=reached
Hun er 70 med muskelsvind siden barndommen => age=70 pensionAge=reached ageRelatedLoss=no
han fik en hjerneskade da han var 35 => ageRelatedLoss=no
Hun får hjælp til bad => careNeed=yes
Han har brug for pleje => careNeed=yes
Vi kommer fire gange i døgnet => careNeed=yes
Hun får hjemmehjælp => careNeed=yes
Hun har hjemmehjælp en gang om ugen => careNeed=yes
Hjemmeplejen kommer hver morgen => careNeed=yes
Han kan ikke klare sig selv => careNeed=yes
Klarer alt selv, får ingen hjælp => careNeed=no
Hun er selvhjulpen => careNeed=no
Kvinde på 77 med BPA => age=77 pensionAge=reached personalAssistance=yes
Han har en hjælperordning efter § 96 => personalAssistance=yes
får kontant tilskud efter § 95 => personalAssistance=yes
Vores borger har BPA. Han er 75 og vil vedligeholde sin gang. => personalAssistance=yes age=75 pensionAge=reached need=maintain
Han har bevilling fra 2023 efter § 83 => earlierDecision=sel-83
Fik i april 2025 genoptræning efter § 86, stk. 1 => earlierDecision=sel-86-1
Hun har en gammel afgørelse efter § 86 stk. 2 og behovet er det samme => earlierDecision=sel-86-2 needChanged=no
Der ligger en afgørelse fra 2021 efter serviceloven § 83 a => earlierDecision=sel-83a
Visiteret til hjemmehjælp efter § 83 i 2022, behovet er ændret => earlierDecision=sel-83 needChanged=yes
Har aflastning efter § 84, bevilget den 3. februar 2024 => earlierDecision=sel-84 need=relief day=2024-02-03
gammel afgørelse => 
Afgørelse efter § 83 fra oktober 2025 => 
Hun har en bevilling fra 2025 efter § 83 => 
Ny i hjemmeplejen => earlierDecision=none
Aldrig haft en bevilling => earlierDecision=none
Det er første gang hun søger hjælp => earlierDecision=none
Han er gået stærkt ned ad bakke => needChanged=yes
Behovet er ændret => needChanged=yes
Behovet er uændret siden sidst => needChanged=no
Hun kan nu ikke komme op af stolen => needChanged=yes
Det går bedre, hun klarer alt selv => needChanged=yes careNeed=no
Hun vil gerne på benene igen => need=regain
hun skal have genoptræning => need=regain
Vil gerne træne op igen efter et fald => need=regain
han ønsker at komme på benene => need=regain
Hun har brug for vedligeholdelsestræning => need=maintain
skal bare holdes ved lige => need=maintain
Han skal holde sine færdigheder ved lige => need=maintain
Vi vil have et rehabiliteringsforløb til hende => need=rehabilitation
Søger om hjemmehjælp => need=help
Hun vil gerne have hjælp til rengøring => need=help
Kan hun få hjælp til bad? => need=help
Hun har søgt om madservice => need=meals
Han skal have mad leveret => need=meals
Borgeren ønsker et midlertidigt ophold => need=stay
Kan han få en aflastningsplads? => need=stay
Konen trænger til aflastning => need=relief
Hans kone har brug for afløsning => need=relief
Der skal bevilges sårpleje => need=nursing
har brug for medicindosering => need=nursing
Spørger om vederlagsfri fysioterapi => need=physiotherapy
Hun har sclerose og vil søge vederlagsfri fysioterapi => need=physiotherapy
Hun får hjemmehjælp og skal træne op igen => careNeed=yes need=regain
Bor på plejehjem og skal have genoptræning efter influenza => housing=care-home careNeed=yes need=regain
Er på en midlertidig plads => housing=temporary-place
ligger på aflastningsplads lige nu => housing=temporary-place
Han er 66 => age=66 pensionAge=not-reached
88 årig kvinde, ny i hjemmeplejen => age=88 pensionAge=reached earlierDecision=none
Hvilken paragraf gælder for en borger på 84, der ikke har været indlagt? => age=84 pensionAge=reached hospitalPlan=none
Skal en 84-årig have genoptræning efter ældreloven? => age=84 pensionAge=reached need=regain
Borgeren er udskrevet med genoptræningsplan i går. Hvornår skal træningen starte? => hospitalPlan=general day=2026-11-21:discharge
FRU P ER 90 ÅR OG FÅR HJEMMEPLEJE => age=90 pensionAge=reached careNeed=yes
hun er 84 aar, foedt med handicap => age=84 pensionAge=reached ageRelatedLoss=no
hun får hjemmeplje og har behov for genoptrænning => careNeed=yes need=regain
Udskrevt uden genoptræningspln => hospitalPlan=none
Afgørelsen kom den 3. november => day=2026-11-03:decision-received
Visitationen var her i onsdags => day=2026-11-18:visitation
Vi ringede til kommunen den 10/11 => day=2026-11-10:inquiry
Han ankom på døgnpladsen i mandags => day=2026-11-16:arrival
Træningen starter den 1. december => day=2026-12-01:training-start
Min mor er 84 og får hjemmehjælp => age=84 pensionAge=reached careNeed=yes
Hun har BPA. Nej vent, hun har ikke BPA. => personalAssistance=no
Hun er 84, nej 86 år => age=86 pensionAge=reached
hej jeg har en borger hun er 84 bor alene i lejlighed men var ikke på sygehuset hun har hjemmepleje 3 gange om dagen hvad gør jeg => age=84 pensionAge=reached housing=own-home hospitalPlan=none careNeed=yes
Gælder det også en 90-årig på plejehjem? => age=90 pensionAge=reached housing=care-home careNeed=yes
Kan en 66-årig med BPA få hjælp efter ældreloven? => age=66 pensionAge=not-reached personalAssistance=yes
Fru J (84) har hjemmepleje => age=84 pensionAge=reached careNeed=yes
Bevillingen er fra 2019. Den er efter § 86, stk. 2. => earlierDecision=sel-86-2
Han har en bevilling fra før 1. juli 2025 efter § 86, stk. 1 => earlierDecision=sel-86-1 day=2025-07-01
Bevilget 12. august 2025 efter § 86 stk 1 => day=2025-08-12
Hun får hjælp til bad men klarer alt andet selv => careNeed=yes
Kommunen har vurderet at behovet svarer til en ældres => comparableNeed=yes
specialiseret GOP => 
hun er 84 og rask af sin alder => age=84 pensionAge=reached
Hun skal på aflastning i 14 dage => need=stay
Datteren vil have genoptræning til hende => need=regain
Hendes datter på 58 siger at hun er 84 og ikke har været indlagt => age=84 pensionAge=reached hospitalPlan=none
Han bliver udskrevet på fredag med genoptræningsplan => hospitalPlan=general day=2026-11-27:discharge
Er kommet hjem fra hospitalet med en genoptræningsplan på alment niveau => hospitalPlan=general
Før klarede hun alt selv, nu får hun hjemmehjælp => careNeed=yes
Afgørelse fra 15. juni 2025 efter § 86 stk. 1 om genoptræning => earlierDecision=sel-86-1 day=2025-06-15
Afgørelse fra 2. juli 2025 efter § 86 stk. 1 => day=2025-07-02
Gælder hendes bevilling fra 2022 efter § 83 stadig? => earlierDecision=sel-83
Blodtryk 140/84, puls 84, 2-3 gange om ugen, 24/7 => 
Borger, kvinde, 79 år. Bevilling: § 83 fra 2023. Behov: uændret. => age=79 pensionAge=reached earlierDecision=sel-83 needChanged=no
En af vores beboere, 86 år, er faldet. Ingen indlæggelse. => age=86 pensionAge=reached hospitalPlan=none
Han er skolelærer på 74 år og bor med sin kone i eget hus => age=74 pensionAge=reached housing=own-home
`;

/** Stories in which something is denied. */
export const denied = `
Har ikke været indlagt => hospitalPlan=none
ikke på sygehus => hospitalPlan=none
Hun har aldrig været indlagt => hospitalPlan=none
Indlagt har hun ikke været => hospitalPlan=none
Han har hverken været på hospitalet eller haft BPA => hospitalPlan=none personalAssistance=no
Udskrevet uden plan => hospitalPlan=none
Udskrevet, men ingen plan i papirerne => hospitalPlan=none
Der var ingen genoptræningsplan med hjem => hospitalPlan=none
Han blev udskrevet uden GOP i fredags => hospitalPlan=none day=2026-11-20:discharge
Hun skal genoptrænes efter et fald uden indlæggelse => need=regain hospitalPlan=none
Borger på 76 har BPA efter § 96 og skal genoptrænes efter et forløb derhjemme uden indlæggelse => age=76 pensionAge=reached personalAssistance=yes need=regain hospitalPlan=none
Han skal efter ferien hjem uden plan =>
Hun har ingen GOP => hospitalPlan=none
GOP har hun ikke => hospitalPlan=none
Hun kom hjem fra sygehuset uden genoptræningsplan => hospitalPlan=none
ingen BPA => personalAssistance=no
ikke BPA => personalAssistance=no
Hun har ikke BPA, men får hjemmepleje => personalAssistance=no careNeed=yes
BPA har han ikke => personalAssistance=no
Han får hjemmepleje og ikke BPA => careNeed=yes personalAssistance=no
BPA: nej. Indlagt: nej. Hjemmepleje: ja. => personalAssistance=no hospitalPlan=none careNeed=yes
Har hun BPA? Nej. => personalAssistance=no
Hun får ikke hjemmepleje => careNeed=no
Han får ingen hjælp => careNeed=no
hun har ikke brug for hjælp => careNeed=no
Vi kommer der ikke, hun klarer alt selv => careNeed=no
Hun får ikke kun hjælp til bad => careNeed=yes
Hun er ikke selvhjulpen => careNeed=yes
Klarer sig ikke selv => careNeed=yes
Klarer sig uden hjælp => careNeed=no
Det skyldes ikke alderdom => ageRelatedLoss=no
Det er ikke pga. alder men en medfødt lidelse => ageRelatedLoss=no
Behovet er ikke ændret => needChanged=no
Behovet har ikke ændret sig => needChanged=no
Behovet er ikke det samme => needChanged=yes
Intet har ændret sig => needChanged=no
Hun har ingen bevilling => earlierDecision=none
Der er ikke nogen afgørelse fra før => earlierDecision=none
Hun er ikke ny i hjemmeplejen => 
Har aldrig fået hjælp før => earlierDecision=none
Bor ikke på plejehjem => 
Hun vil ikke på plejehjem => 
Han bor ikke på botilbud, han bor hjemme => housing=own-home
Hun skal ikke have genoptræning => 
Hun har ikke nået folkepensionsalderen => pensionAge=not-reached
han er endnu ikke pensionist => pensionAge=not-reached
Ingen tvivl om at hun får hjemmepleje => careNeed=yes
Det er ikke genoptræning, men vedligehold hun har brug for => need=maintain
Hun fik ikke nogen plan med fra sygehuset => hospitalPlan=none
Hun vil ikke have hjemmehjælp, hun vil træne op igen => need=regain
ikke BPA ikke plejehjem ingen plan => personalAssistance=no hospitalPlan=none
Hun har ikke BPA, § 95 eller § 96 => personalAssistance=no
Hun klarer ikke noget selv => careNeed=yes
ingen ændring i behovet => needChanged=no
Hun har ikke haft BPA før, men har det nu => 
Han har ikke fået genoptræningsplan. Han er 80. => hospitalPlan=none age=80 pensionAge=reached
`;

/** Stories that ask, suppose, wish or speak of someone else. */
export const notTheirs = `
Skal hun have BPA? => 
Har hun ret til BPA => 
hvis han bliver indlagt, får han så en plan? => 
Hvad hvis hun kommer på plejehjem? => 
Ved ikke om hun har BPA => 
Jeg er i tvivl om han har været indlagt => 
Måske har hun en genoptræningsplan => 
Vi overvejer BPA => 
Hun er skrevet op til plejehjem => 
Hun har søgt BPA => 
Hun har fået afslag på BPA => 
Jeg tror hun har BPA => 
Han kunne få BPA => 
Får hun hjemmepleje? => 
Er hun 84? => 
Hvornår blev hun udskrevet? => 
Hvad er en genoptræningsplan? => 
Hendes mand er 90 og har BPA => 
Hendes mand er 90. Han får hjemmepleje. Hun er 84 og klarer alt selv. => age=84 pensionAge=reached careNeed=no
Datteren på 58 passer hende => 
Hendes datter er 58 => 
Hun er 84, datteren er 58 => age=84 pensionAge=reached
Naboen bor på plejehjem => 
Hun bor med sin mand, der har BPA => 
Han er 79. Konen er 77 og har været indlagt. => age=79 pensionAge=reached
Sønnen er pensionist => 
Hans kone får hjemmepleje, han klarer alt selv => careNeed=no
En anden borger har en GOP => 
Hun er 84. Hendes søster har cerebral parese. => age=84 pensionAge=reached
Datteren ringer og siger at hun er faldet => 
Hun bor sammen med sin datter på 60 => 
Hendes 85-årige mand er udskrevet med GOP => 
Hvis hun var pensionist, hvad så? => 
Manden har bevilling fra 2022 efter § 83, hun har aldrig haft en bevilling => earlierDecision=none
Hun har tidligere boet på plejehjem => 
Hun besøger sin mand på plejehjemmet => 
Hun træner på plejecentret hver tirsdag => 
Antag at hun bor på plejehjem => 
Hun passer sin mand på 88, som er udskrevet med GOP => 
Hun bor med sin 88-årige mand => 
Hun bor med sin mand (88) => 
Kommunen har sagt nej til BPA => 
Er det rigtigt at hun har BPA? => 
Datteren påstår at hun har BPA => 
Målet er at hun kan klare sig selv => 
Hun vil gerne klare sig selv => 
Jeg kan ikke se om der er en GOP => 
Ingen har nævnt en genoptræningsplan => 
Hendes bevilling fra 2022 efter § 83 er stoppet => 
Hun er på 96 års fødselsdag => 
Jeg er 58 og ny i hjemmeplejen. Hvad er § 83 a? => 
Vi har brug for hjælp => 
Hun er udskrevet i april 2024 med en genoptræningsplan => 
Hun er 84 år. Gad vide om hun har en plan => age=84 pensionAge=reached
Hun er 49. Moderen er 78 og tolk => age=49 pensionAge=not-reached
Klienten er 45. Moderen er 80 og får hjemmehjælp => age=45 pensionAge=not-reached
Moderen er 85, siger datteren => age=85 pensionAge=reached
`;
