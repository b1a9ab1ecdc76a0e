package cx.ecou.actionplan.read.casefile;

import cx.ecou.actionplan.events.CaseStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How many cases there is work to do on, by state, and how many are overdue: counted when somebody measures. */
@Component
class CaseMeters implements MeterBinder {

    private final CaseFiles cases;
    private final Clock clock;

    CaseMeters(CaseFiles cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (CaseStatus status : CaseStatus.UNRESOLVED) {
            Gauge.builder("ecou.cases.open", this, meters -> meters.counts().of(status))
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .description("Cases that are not resolved")
                    .register(registry);
        }
        Gauge.builder("ecou.cases.overdue", this, meters -> meters.counts().overdue())
                .description("Cases whose customer has not heard from us in time")
                .register(registry);
    }

    private CaseCounts counts() {
        return cases.counts(CaseFilter.ALL, clock.instant());
    }
}
