package cx.ecou.insight.web.customer;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.ConsentGiven;
import cx.ecou.customer.events.ConsentWithdrawn;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.DuplicateDismissed;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.PreferencesChanged;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.insight.read.customer.TimelineEntry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts into words how it became known who somebody is and what they agree to. */
@Component
class RecordLines {

    private final CustomerWords words;

    RecordLines(CustomerWords words) {
        this.words = words;
    }

    /** Null for what is nothing of that kind. */
    @Nullable
    TimelineLine of(TimelineEntry entry, @Nullable Object event) {
        if (event instanceof CustomerDescribed described) {
            return line(entry, "file-text", described.source(), described.ref());
        }
        if (event instanceof SubjectRecognised recognised) {
            return TimelineLine.of(
                    entry,
                    "fingerprint",
                    words.text("timeline.RECOGNISED." + recognised.by()),
                    recognised.source(),
                    recognised.ref());
        }
        TimelineLine identity = identity(entry, event);
        return identity == null ? agreement(entry, event) : identity;
    }

    private @Nullable TimelineLine identity(TimelineEntry entry, @Nullable Object event) {
        if (event instanceof CustomersMerged merged) {
            return line(entry, "users", because(merged), who(merged.by()));
        }
        if (event instanceof MergeUndone undone) {
            return line(entry, "users-group", who(undone.by()));
        }
        if (event instanceof CustomerErased erased) {
            return line(entry, "trash", who(erased.by()));
        }
        return event instanceof DuplicateDismissed dismissed ? line(entry, "users-group", who(dismissed.by())) : null;
    }

    private @Nullable TimelineLine agreement(TimelineEntry entry, @Nullable Object event) {
        if (event instanceof ConsentGiven given) {
            return line(
                    entry, "check", topic(given.purpose(), given.channel()), source(given.source()), who(given.by()));
        }
        if (event instanceof ConsentWithdrawn withdrawn) {
            return line(
                    entry,
                    "x",
                    topic(withdrawn.purpose(), withdrawn.channel()),
                    source(withdrawn.source()),
                    who(withdrawn.by()));
        }
        return event instanceof PreferencesChanged changed
                ? line(entry, "mail", source(changed.source()), who(changed.by()))
                : null;
    }

    private TimelineLine line(TimelineEntry entry, String icon, @Nullable String... details) {
        return TimelineLine.of(entry, icon, words.text("timeline." + entry.kind()), details);
    }

    private @Nullable String because(CustomersMerged merged) {
        return merged.because() == null ? null : words.text("timeline.because." + merged.because());
    }

    private String topic(Purpose purpose, Channel channel) {
        return words.text(
                "customer.topic", words.text("customer.purpose." + purpose), words.text("customer.channel." + channel));
    }

    private String source(Enum<?> source) {
        return words.text("customer.said-by." + source);
    }

    private @Nullable String who(@Nullable UUID by) {
        return words.colleague(by);
    }
}
