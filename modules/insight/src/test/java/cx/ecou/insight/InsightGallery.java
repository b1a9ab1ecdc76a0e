package cx.ecou.insight;

import cx.ecou.eventstore.testing.FreshDatabase;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Role;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.testing.SignedIn;
import jakarta.servlet.Filter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** The dashboard with a year of answers, to look at: run it, and open {@code /dashboard?period=last-month}. */
@Configuration
@Profile("gallery")
@Import(InsightTestApplication.class)
class InsightGallery {

    private static final String[] TOUCHPOINTS = {
        "Product quality", "Ordering", "Delivery", "Customer service", "Payment", "Store visit", "Returns"
    };
    private static final int[] SHARES = {402, 720, 891, 1033, 1164, 1260, 1284};
    private static final double[] PROMOTERS = {.62, .70, .56, .42, .58, .58, .45};
    private static final double[] DETRACTORS = {.13, .11, .30, .28, .16, .16, .28};

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplicationBuilder(InsightGallery.class)
                .profiles("gallery")
                .initializers(new FreshDatabase())
                .properties(Map.of(
                        "server.port", "8099",
                        "ecou.insight.targets.nps", "45",
                        "ecou.insight.targets.csat", "82",
                        "ecou.insight.targets.ces", "5.5"))
                .build();
        var context = application.run(arguments);
        fill(context.getBean(Intake.class), context.getBean(CaseExamples.class));
    }

    @Bean
    Filter everybodyIsSignedIn() {
        return (request, response, chain) -> {
            var me = SignedIn.colleague("Ilinca P.", Role.CX_MANAGER);
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(me, null, List.of())));
            chain.doFilter(request, response);
        };
    }

    /** Twelve months up to the clock's day; in October the new carrier failed. */
    private static void fill(Intake intake, CaseExamples cases) {
        var random = new Random(2026);
        LocalDate first = LocalDate.of(2025, 11, 1);
        for (int month = 0; month < 13; month++) {
            List<FeedbackReceived> feedback = new ArrayList<>();
            LocalDate start = first.plusMonths(month);
            int days = month == 12 ? 10 : start.lengthOfMonth();
            for (int i = 0; i < (1040 + month * 20) * days / start.lengthOfMonth(); i++) {
                feedback.add(answer(random, start.plusDays(random.nextInt(days)), month));
            }
            intake.record(feedback);
        }
        for (int i = 0; i < 90; i++) {
            int day = 1 + i % 10;
            String date = "2026-11-%02dT%02d:00:00Z".formatted(day, 7 + i % 12);
            String due = "2026-11-%02dT%02d:00:00Z".formatted(Math.min(30, day + 1 + i % 3), 7 + i % 12);
            var opened = cases.open(TOUCHPOINTS[new int[] {2, 2, 2, 3, 3, 6, 4}[i % 7]], date, due);
            if (i % 3 != 0) {
                cases.contact(opened, i % 11 == 0 ? "2026-11-29T00:00:00Z" : date);
            }
            if (i % 6 == 1) {
                cases.resolve(opened);
            }
        }
    }

    private static FeedbackReceived answer(Random random, LocalDate day, int month) {
        int drawn = random.nextInt(1284);
        int at = 0;
        while (SHARES[at] <= drawn) {
            at++;
        }
        boolean broken = at == 2 && month == 11;
        double detractors = broken ? .48 : DETRACTORS[at] * .8;
        double promoters = broken ? .21 : PROMOTERS[at];
        double luck = random.nextDouble();
        int nps = luck < detractors
                ? random.nextInt(7)
                : luck < 1 - promoters ? 7 + random.nextInt(2) : 9 + random.nextInt(2);
        List<Score> scores = new ArrayList<>();
        scores.add(Score.nps(nps));
        if (random.nextInt(10) < 8) {
            scores.add(Score.csat(Math.max(1, Math.min(5, nps / 2 + random.nextInt(2))), FeedbackExamples.ONE_TO_FIVE));
        }
        if (random.nextInt(10) < 6) {
            scores.add(Score.ces(
                    Math.max(1, Math.min(7, 3 + nps / 3 + random.nextInt(2) + (month > 10 ? random.nextInt(2) : 0))),
                    FeedbackExamples.ONE_TO_SEVEN));
        }
        return FeedbackExamples.on(day.toString(), scores.toArray(Score[]::new))
                .at(TOUCHPOINTS[at])
                .through(random.nextInt(3) == 0 ? "store" : "web")
                .from(random.nextBoolean() ? "north" : "south", random.nextInt(4) == 0 ? "gold" : "everyday")
                .received();
    }
}
