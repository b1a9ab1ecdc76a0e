package cx.ecou.provingground;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * Measures what {@code docs/benchmarks.md} reports, and prints it as the table that stands there, each line as soon as it is
 * measured. The words of the command line choose: {@code intake}, {@code kpi}, {@code rebuild}, {@code encrypting},
 * {@code customers}, {@code customer-page}, {@code start}, and {@code load}, which takes long and is measured only when it is named; without words all else is measured.
 */
public final class Measure {

    private static final long SEED = 20_261_122L;
    private static final Duration LOAD = Duration.ofMinutes(Long.getLong("ecou.load.minutes", 20));

    private enum Work {
        INTAKE,
        KPI,
        REBUILD,
        ENCRYPTING,
        CUSTOMERS,
        CUSTOMER_PAGE,
        START,
        LOAD
    }

    private final Workplace place;
    private final Report report;

    private Measure(Workplace place, Report report) {
        this.place = place;
        this.report = report;
    }

    /**
     * @param words what to measure
     * @throws Exception when something cannot be measured; the folder is kept then
     */
    public static void main(String[] words) throws Exception {
        List<Work> chosen = words.length == 0
                ? EnumSet.complementOf(EnumSet.of(Work.LOAD)).stream().toList()
                : Arrays.stream(words)
                        .map(word -> Work.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                        .toList();
        Workplace place = Workplace.make(SEED);
        var measure = new Measure(place, Report.onTheConsole());
        measure.head();
        for (Work work : chosen) {
            measure.carryOut(work);
        }
        place.clear();
    }

    private void carryOut(Work work) throws Exception {
        switch (work) {
            case INTAKE -> intake();
            case KPI -> kpi();
            case REBUILD -> rebuild();
            case ENCRYPTING -> encrypting();
            case CUSTOMERS -> customers();
            case CUSTOMER_PAGE -> customerPage();
            case START -> say(new Start(place.jar(), place.folder()).measure());
            case LOAD -> load();
        }
    }

    private void intake() throws Exception {
        try (Platform platform = start("intake")) {
            var intake = new Intake(platform, place.seed(), place.full() ? 5 : 1, flood());
            say(intake.batches());
            say(intake.singles());
            double maximum = keptUpWith(intake);
            Duration watched = Duration.ofSeconds(place.full() ? 60 : 5);
            say(new Visibility(platform, place.seed()).measure(maximum / 2, watched));
        }
    }

    private void kpi() throws Exception {
        try (Platform platform = start("kpi")) {
            say(new KpiQuery(platform, place.seed()).measure(10_000, place.full() ? 1_000_000 : 20_000));
        }
    }

    private void rebuild() throws Exception {
        try (Platform platform = start("rebuild")) {
            new RebuildRates(platform, place.seed(), place.full() ? 3 : 1)
                    .measure(place.full() ? 500_000 : 20_000)
                    .forEach(this::say);
        }
    }

    private void encrypting() throws Exception {
        double[] perSecond = new double[place.full() ? 3 : 1];
        try (Platform platform = start("encrypting")) {
            var intake = new Intake(platform, place.seed(), perSecond.length, flood());
            for (int i = -1; i < perSecond.length; i++) {
                double batches = intake.batchRound();
                platform.awaitProjections();
                perSecond[Math.max(0, i)] = batches;
            }
        }
        try (var database = OwnDatabase.startIn(place.folder().resolve("encrypting-database"))) {
            say(new EncryptingCost(database, place.seed(), place.full() ? 5 : 1, flood())
                    .measure(Samples.of(perSecond).median()));
        }
    }

    private void customers() throws Exception {
        int rounds = place.full() ? 3 : 1;
        try (Platform platform = start("customers")) {
            say(new CustomerUpserts(platform, place.seed(), rounds, flood()).measure());
            var intake = new Intake(platform, place.seed(), rounds, flood().dividedBy(2));
            say(new RecognitionCost(platform, intake, rounds).measure());
        }
    }

    private void customerPage() throws Exception {
        try (Platform platform = start("customer-page")) {
            var page = new CustomerPage(platform, place.seed());
            (place.full() ? page.measure(20_000, 980_000, 2_000) : page.measure(400, 20_000, 100)).forEach(this::say);
        }
    }

    private void load() throws Exception {
        try (Platform platform = start("load")) {
            double maximum = keptUpWith(new Intake(platform, place.seed(), 1, flood()));
            new MixedLoad(platform, place.seed(), report)
                    .measure(maximum / 2, LOAD)
                    .forEach(this::say);
        }
    }

    private Platform start(String work) throws IOException {
        return Platform.start(Platform.packed(place.jar()), place.folder().resolve(work));
    }

    private Duration flood() {
        return Duration.ofSeconds(place.full() ? 10 : 3);
    }

    private double keptUpWith(Intake intake) throws Exception {
        double maximum = intake.keptUpWith();
        say(Line.figure("intake that inbox, figures and cases keep up with, items/s", maximum));
        return maximum;
    }

    private void head() {
        report.say("seed " + place.seed() + ", heap -Xmx512m, "
                + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", in "
                + place.folder() + "\n\n" + Line.HEAD);
    }

    private void say(Line line) {
        report.say(line.markdown());
    }
}
