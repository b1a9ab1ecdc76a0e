package cx.ecou.feedback.write.imports.mapping;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What columns are called in English, Polish, Czech and Romanian exports. */
final class ColumnWords {

    /** What a column's name says it holds. */
    enum Meaning {
        NPS,
        CES,
        CSAT,
        EMAIL,
        OCCURRED_AT,
        COMMENT,
        TOUCHPOINT,
        CHANNEL,
        LANGUAGE,
        KIND,
        SOURCE,
        SEGMENT,
        REGION,
        PRODUCT,
        CUSTOMER_REF,
        CUSTOMER_NAME,
        KEY
    }

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Set<String> KEYS =
            Set.of("id", "key", "no", "nr", "number", "ref", "reference", "klucz", "numer", "cislo", "klic", "numar");
    private static final Map<Meaning, Set<String>> WORDS = new LinkedHashMap<>();

    static {
        words(
                Meaning.NPS,
                "nps recommend recommendation polecenie polecisz doporuceni doporucite recomandare recomanda");
        words(Meaning.CES, "ces effort wysilek latwosc usili snadnost efort usurinta");
        words(
                Meaning.CSAT,
                "csat satisfaction rating score stars satysfakcja zadowolenie ocena gwiazdki spokojenost hodnoceni hvezdicky"
                        + " satisfactie nota stele evaluare");
        words(Meaning.EMAIL, "email mail posta");
        words(
                Meaning.OCCURRED_AT,
                "date time timestamp datetime when created submitted answered occurred data czas kiedy datum cas kdy momentul ora");
        words(
                Meaning.COMMENT,
                "comment comments text message feedback opinion review title answer verbatim komentarz opinia tresc tekst uwagi"
                        + " wiadomosc tytul recenzja komentar poznamka recenze zprava nazor titulek comentariu comentarii opinie"
                        + " recenzie mesaj titlu");
        words(Meaning.TOUCHPOINT, "touchpoint stage punkt etap miejsce kontakt misto etapa punct");
        words(Meaning.CHANNEL, "channel medium kanal canal");
        words(Meaning.LANGUAGE, "language lang locale jezyk jazyk limba");
        words(Meaning.KIND, "kind type typ rodzaj druh tip");
        words(Meaning.SOURCE, "source zrodlo zdroj sursa");
        words(Meaning.SEGMENT, "segment tier group grupa skupina");
        words(Meaning.REGION, "region country city state wojewodztwo miasto kraj mesto zeme judet oras tara");
        words(Meaning.PRODUCT, "product sku item produkt towar zbozi vyrobek produs articol");
        words(Meaning.CUSTOMER_REF, "customer client crm klient zakaznik");
        words(Meaning.CUSTOMER_NAME, "name firstname lastname surname imie nazwisko jmeno prijmeni nume prenume");
        words(
                Meaning.KEY,
                "id key no nr number order response ref reference klucz numer zamowienie cislo objednavka klic numar comanda");
    }

    private ColumnWords() {}

    /** The meanings that a name may have, the more telling first. */
    static List<Meaning> of(String column) {
        List<String> words = split(column);
        return WORDS.entrySet().stream()
                .filter(entry -> words.stream().anyMatch(entry.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether it ends by saying that it is a key, whatever of: {@code review_id}. */
    static boolean isKey(String column) {
        List<String> words = split(column);
        return KEYS.contains(words.get(words.size() - 1));
    }

    /** Whether it names the key of something else than the feedback: {@code courier_id}. */
    static boolean isForeignKey(String column) {
        List<String> words = split(column);
        boolean own = words.stream()
                .anyMatch(word -> Set.of(
                                "order",
                                "review",
                                "response",
                                "survey",
                                "feedback",
                                "answer",
                                "zamowienie",
                                "objednavka",
                                "comanda")
                        .contains(word));
        return words.size() > 1 && !own;
    }

    static Optional<Meaning> first(String column, Meaning... among) {
        return of(column).stream().filter(Arrays.asList(among)::contains).findFirst();
    }

    private static List<String> split(String column) {
        String spaced = column.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").replace("e-mail", "email");
        String plain = MARKS.matcher(Normalizer.normalize(spaced.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('ł', 'l');
        return List.of(plain.split("[^a-z0-9]+"));
    }

    private static void words(Meaning meaning, String words) {
        WORDS.put(meaning, Set.of(words.split(" ")));
    }
}
