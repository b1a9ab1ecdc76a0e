package cx.ecou.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.StoredEvent;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.eventstore.privacy.PersonalCatalogue;
import cx.ecou.eventstore.privacy.PersonalCatalogue.PersonalParts;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Role;
import cx.ecou.platform.access.Browser;
import cx.ecou.platform.access.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two people of whom everything has been said that can be said. One of them is erased: nothing of her is found anywhere, and of the other
 * all of it.
 */
@WholePlatform
@Import(People.class)
@ExtendWith(OutputCaptureExtension.class)
class CanaryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_LEAST = 40;

    @Autowired
    Program program;

    @Autowired
    People people;

    @Autowired
    StoredEvents stored;

    @Autowired
    List<EventRegister> registers;

    @Autowired
    JdbcTemplate jdbc;

    private final MarkedPerson ana = new MarkedPerson("ana", 1);
    private final MarkedPerson jan = new MarkedPerson("jan", 2);

    @Test
    void of_somebody_who_was_erased_nothing_is_found_and_of_everybody_else_everything(CapturedOutput log)
            throws Exception {
        Instant begin = Instant.now().minusSeconds(60);
        UUID colleague = people.with(Role.CX_AGENT).id();
        var ofAna = new EveryInput(program, ana, colleague);
        var ofJan = new EveryInput(program, jan, colleague);
        ofAna.say();
        ofJan.say();
        everyPersonalPartHasBeenSaid(begin, ana);
        Browser administrator = people.signIn(Role.ADMIN, program.port());
        assertThat(said(begin, ofAna, ana)).containsExactlyInAnyOrderElementsOf(ana.marks());
        assertThat(ana.marks()).hasSizeGreaterThanOrEqualTo(AT_LEAST);
        assertThat(tables(ana)).containsKeys("customer.identity", "feedback.inbox", "feedback.import_rejected");
        assertThat(tables(ana).keySet()).isEqualTo(tables(jan).keySet());
        assertThat(shown(administrator, ofAna, ana)).isNotEmpty();
        Map<String, Collection<String>> jansTables = tables(jan);
        jdbc.execute("analyze");
        assertThat(EveryTable.sampled(jdbc))
                .containsKeys("feedback.inbox", "customer.acquaintance", "insight.customer");
        assertThat(sampled(ana).keySet()).isSubsetOf("customer.identity");

        erase(ana);

        assertThat(said(begin, ofAna, ana)).isEmpty();
        assertThat(tables(ana)).isEmpty();
        assertThat(sampled(ana)).isEmpty();
        assertThat(shown(administrator, ofAna, ana)).isEmpty();
        assertThat(administrator.get(ofAna.archive()).status()).isEqualTo(410);
        assertThat(administrator.get(ofJan.archive()).status()).isEqualTo(200);
        assertThat(ana.foundIn(program.send("GET", "/actuator/prometheus", "text/plain", BodyPublishers.noBody())
                        .body()))
                .isEmpty();
        assertThat(ana.foundIn(log.getAll())).isEmpty();
        assertThat(walAfterACheckpoint(ana)).isEmpty();
        assertThat(said(begin, ofJan, jan)).containsExactlyInAnyOrderElementsOf(jan.marks());
        assertThat(tables(jan)).isEqualTo(jansTables);

        ofAna.goOn();

        assertThat(said(begin, ofAna, ana)).isEmpty();
        assertThat(tables(ana)).isEmpty();
    }

    /** A component that is marked personal and was forgotten here would not be searched for. */
    private void everyPersonalPartHasBeenSaid(Instant begin, MarkedPerson person) {
        for (PersonalParts parts : new PersonalCatalogue(registers).all()) {
            Set<String> said = new HashSet<>();
            stored.recordedBetween(begin, Instant.now().plusSeconds(60), parts.type(), event -> {
                for (RecordComponent component : parts.components()) {
                    if (!person.foundIn(String.valueOf(value(component, event.event())))
                            .isEmpty()) {
                        said.add(component.getName());
                    }
                }
            });
            assertThat(said)
                    .as(parts.event())
                    .containsExactlyInAnyOrderElementsOf(parts.components().stream()
                            .map(RecordComponent::getName)
                            .toList());
        }
    }

    private static Object value(RecordComponent component, Object event) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(event);
            return value == null ? "" : value;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** The marks in the events, as those read them who have the keys, and in the rows that were refused. */
    private Set<String> said(Instant begin, EveryInput input, MarkedPerson person)
            throws IOException, InterruptedException {
        var text = new StringBuilder(rejected(input));
        for (PersonalParts parts : new PersonalCatalogue(registers).all()) {
            stored.recordedBetween(
                    begin, Instant.now().plusSeconds(60), parts.type(), event -> text.append(json(event)));
        }
        return marks(person, text.toString());
    }

    private static String json(StoredEvent event) {
        return JsonMapper.shared().writeValueAsString(event.event());
    }

    private static Set<String> marks(MarkedPerson person, String text) {
        Set<String> marks = new HashSet<>();
        person.foundIn(text).forEach(input -> marks.add(person.mark(input)));
        return marks;
    }

    private String rejected(EveryInput input) throws IOException, InterruptedException {
        return program.send(
                        "GET", "/api/v1/imports/" + input.importId() + "/rejected", "text/csv", BodyPublishers.noBody())
                .body();
    }

    /** Which marks stand in which table. */
    private Map<String, Collection<String>> tables(MarkedPerson person) {
        return found(person, EveryTable.of(jdbc));
    }

    /** Which marks stand in the statistics of which table. */
    private Map<String, Collection<String>> sampled(MarkedPerson person) {
        return found(person, EveryTable.sampled(jdbc));
    }

    private static Map<String, Collection<String>> found(MarkedPerson person, Map<String, String> texts) {
        Map<String, Collection<String>> found = new TreeMap<>();
        texts.forEach((table, text) -> {
            Collection<String> inputs = person.foundIn(text);
            if (!inputs.isEmpty()) {
                found.put(table, inputs);
            }
        });
        return found;
    }

    /** What pages and answers show. */
    private List<String> shown(Browser administrator, EveryInput input, MarkedPerson person) throws Exception {
        UUID caseId = input.caseId();
        UUID feedbackId = Ids.derived("feedback", "canary", person.name() + "-single");
        List<String> shown = new ArrayList<>();
        for (String page : List.of(
                "/inbox",
                "/inbox?q=" + person.mark("single comment"),
                "/inbox.csv",
                "/inbox/" + feedbackId,
                "/cases",
                "/cases?view=list",
                "/cases/" + caseId,
                "/imports/" + input.importId(),
                "/operations/events",
                "/operations/dead-letters",
                "/audit",
                "/dashboard")) {
            Browser.Answer answer = administrator.get(page);
            assertThat(answer.status()).as(page).isLessThan(500);
            String asked = page.contains("q=")
                    ? answer.page().select("main tbody, main article").text()
                    : answer.body();
            person.foundIn(asked).forEach(found -> shown.add(page + ": " + found));
        }
        for (String path : List.of(
                "/api/v1/feedback?source=canary&limit=500",
                "/api/v1/feedback/" + feedbackId,
                "/api/v1/cases?touchpoint=canary&limit=500",
                "/api/v1/cases/" + caseId,
                "/api/v1/customers?limit=500",
                "/api/v1/customers?q=" + person.mark("put name"),
                "/api/v1/customers/canary/" + person.name(),
                "/api/v1/customers/canary/" + person.name() + "/consents")) {
            person.foundIn(program.get(path).toString()).forEach(found -> shown.add(path + ": " + found));
        }
        return shown;
    }

    private void erase(MarkedPerson person) throws Exception {
        Program.Answer erased =
                program.post("/api/v1/customers/canary/" + person.name() + "/erasure", "{ \"reason\": \"REQUESTED\" }");
        assertThat(erased.status()).as(erased.body()).isEqualTo(202);
        String proof = "/api/v1/erasures/" + erased.json().path("erasureId").asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(program.get(proof).path("done").asBoolean())
                        .as("%s", program.get(proof))
                        .isTrue());
    }

    /**
     * The log from which PostgreSQL would recover: what is older than a checkpoint is deleted here, where else it would be kept to be
     * written over. What unused parts of the tables' files hold is not looked for (decision 21).
     */
    private Collection<String> walAfterACheckpoint(MarkedPerson person) throws IOException {
        List.of(
                        "alter system set wal_recycle = off",
                        "select pg_reload_conf()",
                        "vacuum",
                        "checkpoint",
                        "select pg_switch_wal()",
                        "checkpoint",
                        "select pg_switch_wal()",
                        "checkpoint")
                .forEach(jdbc::execute);
        Path folder = Path.of(String.valueOf(jdbc.queryForObject("show data_directory", String.class)), "pg_wal");
        Set<String> found = new HashSet<>();
        try (Stream<Path> segments = Files.list(folder)) {
            for (Path segment : segments.filter(Files::isRegularFile).toList()) {
                found.addAll(person.foundIn(content(segment)));
            }
        }
        return found;
    }

    private static String content(Path segment) {
        try {
            return new String(Files.readAllBytes(segment), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
