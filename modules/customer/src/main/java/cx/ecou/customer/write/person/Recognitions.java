package cx.ecou.customer.write.person;

import cx.ecou.eventstore.Facts;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Recognises customers, many at a time, in the transaction of the caller. */
@Component
public class Recognitions {

    private final PersonReader reader;
    private final Merging merging;
    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Facts facts;

    Recognitions(PersonReader reader, Merging merging, JdbcTemplate jdbc, DataSource dataSource, Facts facts) {
        this.reader = reader;
        this.merging = merging;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.facts = facts;
    }

    /**
     * Records as whom each was recognised who was not known before, and which customers turned out to be one.
     *
     * @param sightings in the order in which they were recorded
     */
    public void recognise(List<Sighting> sightings) {
        List<Sighting> news = reader.news(sightings);
        if (news.isEmpty()) {
            return;
        }
        var findings = new PersonWriter(jdbc, dataSource, facts, merging);
        var recognition = new Recognition(reader.read(news), findings);
        news.forEach(recognition::see);
        findings.write();
    }
}
