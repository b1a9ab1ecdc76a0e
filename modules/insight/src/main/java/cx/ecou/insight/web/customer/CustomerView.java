package cx.ecou.insight.web.customer;

import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.insight.read.customer.CustomerRow;
import cx.ecou.insight.read.customer.HeldCase;
import cx.ecou.insight.read.customer.KnownAs;
import cx.ecou.insight.read.segment.HeldMembership;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.webshell.nextstep.NextStep;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of a customer.
 *
 * @param known under what they are known, the newest description first
 * @param steps what is to be done, the most pressing first
 * @param cases on which there is work to do
 * @param scores null when they never gave one
 * @param segments to which they belong now, by name
 * @param story newest first
 * @param fromNow whether the story begins with what happened last
 * @param next where the story goes on; null when that was all
 */
record CustomerView(
        CustomerRow row,
        List<Known> known,
        List<NextStep> steps,
        List<OpenCase> cases,
        @Nullable ScoresView scores,
        Agreements agreements,
        List<InSegment> segments,
        List<TimelineLine> story,
        boolean fromNow,
        @Nullable String next) {

    /** @param owner name of the colleague who answers for it; null while it waits in the queue */
    record OpenCase(HeldCase held, @Nullable String owner, boolean overdue) {}

    /**
     * A segment to which they belong.
     *
     * @param because what made them enter, in words
     * @param reasons what was found then, in words
     */
    record InSegment(HeldMembership held, String because, List<String> reasons) {}

    /**
     * As a source knows them.
     *
     * @param attributes by name
     */
    record Known(
            KnownAs as,
            @Personal List<String> emails,
            @Personal List<String> phones,
            @Personal List<String> loyaltyCards,
            int devices,
            @Nullable String account,
            @Nullable String role,
            @Nullable String language,
            @Nullable String timeZone,
            @Personal Map<String, String> attributes) {

        static Known of(KnownAs as, @Nullable CustomerDescribed described) {
            if (described == null) {
                return new Known(
                        as,
                        as.email() == null ? List.of() : List.of(as.email()),
                        List.of(),
                        List.of(),
                        0,
                        null,
                        null,
                        null,
                        null,
                        Map.of());
            }
            return new Known(
                    as,
                    list(described.emails()),
                    list(described.phones()),
                    list(described.loyaltyCards()),
                    list(described.devices()).size(),
                    described.account(),
                    described.role(),
                    described.language(),
                    described.timeZone(),
                    new TreeMap<>(Objects.requireNonNullElse(described.attributes(), Map.of())));
        }

        /** The company that they act for, as this source names it. */
        public @Nullable UUID accountId() {
            return as.source() == null || account == null ? null : AccountDescribed.accountOf(as.source(), account);
        }

        private static List<String> list(@Nullable List<String> values) {
            return values == null ? List.of() : values;
        }

        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** The companies that they act for, with the role there. */
    public List<Known> companies() {
        return known.stream().filter(one -> one.account() != null).toList();
    }

    /** In which they want to be addressed, and where they live: as described last. */
    @Nullable
    public String timeZone() {
        return known.stream()
                .map(Known::timeZone)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Further facts of all sources; of two with one name the newest. */
    public Map<String, String> attributes() {
        Map<String, String> all = new TreeMap<>();
        var oldestFirst = new ArrayList<>(known);
        Collections.reverse(oldestFirst);
        oldestFirst.forEach(one -> all.putAll(one.attributes()));
        return all;
    }
}
