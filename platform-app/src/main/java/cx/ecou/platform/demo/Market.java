package cx.ecou.platform.demo;

import java.util.List;

/** Where the shop sells. */
enum Market {
    POLAND(
            "pl",
            40,
            List.of("Mazowieckie", "Małopolskie", "Pomorskie", "Śląskie", "Wielkopolskie", "Dolnośląskie"),
            List.of(
                    "Agnieszka",
                    "Ala",
                    "Barbara",
                    "Bartosz",
                    "Dorota",
                    "Ewa",
                    "Filip",
                    "Grzegorz",
                    "Hanna",
                    "Iga",
                    "Jacek",
                    "Joanna",
                    "Kamil",
                    "Karolina",
                    "Krzysztof",
                    "Łukasz",
                    "Magdalena",
                    "Michał",
                    "Natalia",
                    "Oliwia",
                    "Paweł",
                    "Piotr",
                    "Róża",
                    "Stanisław",
                    "Tomasz",
                    "Urszula",
                    "Wojciech",
                    "Zofia")),
    CZECHIA(
            "cs",
            22,
            List.of("Praha", "Jihomoravský", "Moravskoslezský", "Plzeňský"),
            List.of(
                    "Adéla",
                    "Alena",
                    "Anna",
                    "Barbora",
                    "David",
                    "Eliška",
                    "František",
                    "Hana",
                    "Honza",
                    "Iveta",
                    "Jakub",
                    "Jiří",
                    "Kateřina",
                    "Klára",
                    "Lenka",
                    "Lukáš",
                    "Marek",
                    "Martina",
                    "Ondřej",
                    "Pavel",
                    "Radka",
                    "Šárka",
                    "Tereza",
                    "Václav",
                    "Věra",
                    "Zdeněk")),
    ROMANIA(
            "ro",
            20,
            List.of("București", "Cluj", "Iași", "Timiș", "Brașov"),
            List.of(
                    "Adrian",
                    "Alina",
                    "Andrei",
                    "Bianca",
                    "Carmen",
                    "Ciprian",
                    "Cristina",
                    "Dan",
                    "Elena",
                    "Florin",
                    "Gabriela",
                    "George",
                    "Ileana",
                    "Ionuț",
                    "Irina",
                    "Laura",
                    "Lucian",
                    "Mădălina",
                    "Mihai",
                    "Oana",
                    "Radu",
                    "Raluca",
                    "Ștefan",
                    "Teodora",
                    "Victor",
                    "Vlad")),
    ABROAD(
            "en",
            18,
            List.of("Ireland", "Netherlands", "Sweden", "Other countries"),
            List.of(
                    "Aisling", "Anders", "Ben", "Chloe", "Conor", "Daan", "Ella", "Finn", "Freya", "Grace", "Harry",
                    "Ingrid", "Jonas", "Katie", "Lars", "Liam", "Lotte", "Maeve", "Niamh", "Oscar", "Rosie", "Sanne",
                    "Sven", "Tom"));

    private final String language;
    private final int weight;
    private final List<String> regions;
    private final List<String> firstNames;

    Market(String language, int weight, List<String> regions, List<String> firstNames) {
        this.language = language;
        this.weight = weight;
        this.regions = regions;
        this.firstNames = firstNames;
    }

    String language() {
        return language;
    }

    int weight() {
        return weight;
    }

    List<String> regions() {
        return regions;
    }

    List<String> firstNames() {
        return firstNames;
    }
}
