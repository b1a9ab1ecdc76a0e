package cx.ecou.feedback.write.imports;

import cx.ecou.feedback.write.imports.file.FileShape;
import cx.ecou.feedback.write.imports.file.TextEncoding;
import cx.ecou.feedback.write.imports.mapping.Mapping;
import cx.ecou.feedback.write.imports.mapping.Mapping.Origin;
import cx.ecou.feedback.write.imports.mapping.Mapping.ScoreColumn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files and mappings that tests speak of by name. */
public final class ImportExamples {

    public static final FileShape COMMAS = new FileShape(TextEncoding.UTF_8, ',', '"');

    private ImportExamples() {}

    /** What a shop in Poland exports: semicolons, Polish names, one score that is not on its scale. */
    public static String aShopExport() {
        return """
            order_no;client_mail;nps;komentarz;data;punkt;kurier_id
            A-104882;kasia@example.org;2;Dwa tygodnie opóźnienia i nikt nie zadzwonił.;29.10.2026 18:20;Dostawa;114
            A-104883;jan@example.org;9;;29.10.2026 18:24;Zamówienie;87
            A-104884;ola@example.org;11;Super obsługa w sklepie!;29.10.2026 18:31;Sklep;114
            A-104885;ewa@example.org;7;Dobrze, ale drogo.;29.10.2026 18:40;Jakość;87
            """;
    }

    /** What the columns of {@link #aShopExport()} mean. */
    public static Mapping ofAShopExport(String source) {
        return new Mapping(
                null,
                null,
                Map.of(
                        "source", Origin.constant(source),
                        "externalId", Origin.column("order_no"),
                        "kind", Origin.constant("SURVEY"),
                        "occurredAt", Origin.moment("data", "dd.MM.yyyy HH:mm", "Europe/Warsaw"),
                        "customer.email", Origin.column("client_mail"),
                        "touchpoint", new Origin(List.of("punkt"), null, Map.of("Dostawa", "delivery"), null, null),
                        "comment", Origin.column("komentarz")),
                List.of(ScoreColumn.of("nps", "NPS", null)),
                Map.of("courier", "kurier_id"));
    }

    /** So many answers of one question, numbered; every tenth is not on its scale. */
    public static String scores(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(n -> n + "," + (n % 10 == 0 ? 11 : n % 10) + ",2026-01-15 10:00:00")
                .collect(Collectors.joining("\n", "id,nps,at\n", "\n"));
    }

    /** What the columns of {@link #scores} mean. */
    public static Mapping ofScores(String source) {
        return new Mapping(
                null,
                null,
                Map.of(
                        "source", Origin.constant(source),
                        "externalId", Origin.column("id"),
                        "kind", Origin.constant("SURVEY"),
                        "occurredAt", Origin.moment("at", "yyyy-MM-dd HH:mm:ss", "UTC")),
                List.of(ScoreColumn.of("nps", "NPS", null)),
                Map.of());
    }
}
