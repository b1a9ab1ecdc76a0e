package cx.ecou.story;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** All that the tables of all schemas of a database say: as text, bytes as the text that they may be, and base64 decoded. */
final class EveryTable {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");

    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname <> 'information_schema' and schemaname not like 'pg\\_%' order by 1
            """;

    /** What is frequent in a column, and what lies at even distances in it. */
    private static final String SAMPLED = """
            select format('%I.%I', schemaname, tablename) as place,
                   string_agg(concat_ws(' ', most_common_vals, histogram_bounds, most_common_elems), ' ') as sampled
              from pg_stats where schemaname not in ('information_schema', 'pg_catalog') group by 1
            """;

    private EveryTable() {}

    /** By table. */
    static Map<String, String> of(JdbcTemplate jdbc) {
        Map<String, String> texts = new TreeMap<>();
        for (String table : jdbc.queryForList(TABLES, String.class)) {
            texts.put(table, text(jdbc, table));
        }
        return texts;
    }

    /** What PostgreSQL's planner has noted of the columns, by table; of an expression by its index. */
    static Map<String, String> sampled(JdbcTemplate jdbc) {
        Map<String, String> texts = new TreeMap<>();
        jdbc.query(SAMPLED, row -> {
            texts.put(row.getString(1), row.getString(2));
        });
        return texts;
    }

    private static String text(JdbcTemplate jdbc, String table) {
        var text = new StringBuilder();
        jdbc.query("select * from " + table, row -> {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                byte[] bytes =
                        row.getMetaData().getColumnTypeName(column).equals("bytea") ? row.getBytes(column) : null;
                String value = bytes == null ? row.getString(column) : new String(bytes, StandardCharsets.ISO_8859_1);
                text.append(value).append('\n').append(value == null ? "" : decoded(value));
            }
        });
        return text.toString();
    }

    private static String decoded(String value) {
        List<String> found = new ArrayList<>();
        Matcher base64 = BASE64.matcher(value);
        while (base64.find()) {
            try {
                byte[] bytes = Base64.getDecoder()
                        .decode(base64.group().replace('-', '+').replace('_', '/'));
                found.add(new String(bytes, StandardCharsets.ISO_8859_1));
            } catch (IllegalArgumentException e) {
                // It was a word, after all.
            }
        }
        return String.join("\n", found);
    }
}
