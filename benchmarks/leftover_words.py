"""Names and parts of terms that are right in English, from general knowledge: the leftover filter learns to spare them."""

# Towns, regions, surnames, papers and clubs, written down from general knowledge: their spelling looks like German nouns.
GERMAN_NAMES = (
    "Thüringen Ilmenau Gotha Selb Suhl Apolda Zwickau Plauen Görlitz Bautzen Pirna Meißen Freiberg Wismar Stralsund Güstrow "
    "Lübeck Kiel Husum Buxtehude Cuxhaven Stade Celle Hameln Goslar Wolfenbüttel Paderborn Bielefeld Gütersloh Minden "
    "Herford Detmold Höxter Arnsberg Iserlohn Hagen Witten Bottrop Moers Krefeld Neuss Düren Aachen Trier Worms Speyer "
    "Landau Pirmasens Neustadt Bergstraße Darmstadt Gießen Marburg Fulda Kassel Würzburg Schweinfurt Bamberg Coburg Hof "
    "Bayreuth Ansbach Fürth Erlangen Straubing Passau Deggendorf Landshut Freising Erding Dachau Starnberg Rosenheim "
    "Traunstein Kempten Memmingen Lindau Ravensburg Biberach Ulm Aalen Heilbronn Pforzheim Reutlingen Tübingen Balingen "
    "Rottweil Tuttlingen Konstanz Singen Lörrach Offenburg Lahr Emmendingen Salzburg Wels Steyr Linz Graz Leoben Villach "
    "Klagenfurt Bregenz Dornbirn Kufstein Innsbruck Chur Zug Winterthur Schaffhausen Solothurn Schmidt Schneider Fischer "
    "Weber Wagner Becker Schulz Koch Richter Wolf Schröder Neumann Schwarz Zimmermann Krüger Hartmann Lange Werner Krause "
    "Lehmann Köhler Kaiser Fuchs Vogel Jäger Stein Berger Sommer Winter Horn Busch Bergmann Pfeiffer Engel Kühn Seehofer "
    "Höcke Spahn Söder Laschet Scholz Habeck Lindner Spiegel Stern Focus Zeit Welt Bild Tagesschau Sportschau Mediathek "
    "Respekt Kicker Bundesliga Bundestag Landtag Bundesrat Eintracht Fortuna Viktoria Kickers Arminia Alemannia Hertha "
    "Sparkasse Volksbank Charité Semperoper Gewandhaus Elbphilharmonie Reeperbahn Oktoberfest Alexanderplatz Marienplatz "
    "Kurfürstendamm Zugspitze Watzmann Wannsee Bodensee Chiemsee Spree Havel Elbe Neiße Saale Unstrut Werra Weser Aller"
).split()


# Word parts of terminology, from general knowledge.
LATIN_STEMS = (
    "endotheli clavicul stern sternocost hepat gastr nephr derm cardi pulmon trache bronch enter col rect cyst mening encephal "
    "neur my oste arthr chondr sperm ovari test prostat thyroid splen pancreat lymph hemat thromb phleb arteri vascul capill "
    "cervic thorac lumb sacr iliac femor tibi radi uln carp tars fronti pariet tempor occipit orbit nas maxill mandibul dent "
    "gingiv gloss pharyng laryng oesophag duoden jejun ile appendic perine pelv scapul humer sin chlamyd trachomat candid "
    "albic aureus staphyl strept pneumon tubercul lepr vulgar officinal sylvestr palustr aquat montan alpin borealis orient"
).split()
LATIN_ENDINGS = "itis osis alis aris oides ensis us um ium ica icus ata atus oma omatosis ectomy algia ellus ina ulum orum".split()
LATIN_HEADS = "musculus pars arteria vena nervus ligamentum os processus foramen fossa ductus corpus ad in intra post".split()
