package cx.ecou.insight.read.customer;

import cx.ecou.actionplan.events.CaseAssigned;
import cx.ecou.actionplan.events.CaseClosed;
import cx.ecou.actionplan.events.CaseEscalated;
import cx.ecou.actionplan.events.CaseNoted;
import cx.ecou.actionplan.events.CaseOpened;
import cx.ecou.actionplan.events.CaseReopened;
import cx.ecou.actionplan.events.CaseResolved;
import cx.ecou.actionplan.events.CustomerContacted;
import cx.ecou.customer.events.ConsentGiven;
import cx.ecou.customer.events.ConsentWithdrawn;
import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.customer.events.CustomerErased;
import cx.ecou.customer.events.CustomersMerged;
import cx.ecou.customer.events.DuplicateDismissed;
import cx.ecou.customer.events.MergeUndone;
import cx.ecou.customer.events.PreferencesChanged;
import cx.ecou.customer.events.SubjectRecognised;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can happen with a customer. */
public enum EntryKind {
    FEEDBACK(FeedbackReceived.class, FeedbackReceived::occurredAt, event -> List.of(event.subjectId())),
    DESCRIBED(CustomerDescribed.class, CustomerDescribed::at, event -> List.of(event.subjectId())),
    RECOGNISED(SubjectRecognised.class, null, event -> List.of(event.subjectId())),
    MERGED(CustomersMerged.class, null, event -> List.of(event.customerId(), event.mergedId())),
    SEPARATED(MergeUndone.class, null, event -> List.of(event.customerId(), event.separatedId())),
    NOT_THE_SAME(DuplicateDismissed.class, null, event -> List.of(event.customerId(), event.otherId())),
    ERASED(CustomerErased.class, CustomerErased::at, event -> List.of(event.customerId())),
    CONSENT_GIVEN(ConsentGiven.class, ConsentGiven::at, event -> List.of(event.customerId())),
    CONSENT_WITHDRAWN(ConsentWithdrawn.class, ConsentWithdrawn::at, event -> List.of(event.customerId())),
    PREFERENCES(PreferencesChanged.class, PreferencesChanged::at, event -> List.of(event.customerId())),
    CASE_OPENED(CaseOpened.class, CaseOpened::openedAt, null),
    CASE_ASSIGNED(CaseAssigned.class, CaseAssigned::at, null),
    CONTACTED(CustomerContacted.class, CustomerContacted::at, null),
    CASE_NOTED(CaseNoted.class, CaseNoted::at, null),
    CASE_RESOLVED(CaseResolved.class, CaseResolved::at, null),
    CASE_REOPENED(CaseReopened.class, CaseReopened::at, null),
    CASE_CLOSED(CaseClosed.class, CaseClosed::at, null),
    CASE_ESCALATED(CaseEscalated.class, CaseEscalated::at, null),
    /** The memberships tell it. */
    ENTERED_SEGMENT,
    /** The memberships tell it, also when a segment was closed. */
    LEFT_SEGMENT;

    private static final Map<Class<?>, EntryKind> BY_EVENT = Arrays.stream(values())
            .filter(kind -> kind.event != null)
            .collect(Collectors.toMap(kind -> Objects.requireNonNull(kind.event), Function.identity()));

    private final @Nullable Class<?> event;
    private final @Nullable Function<Object, Instant> happened;
    private final @Nullable Function<Object, List<UUID>> subjects;

    /** Kept elsewhere than in the table of the story. */
    EntryKind() {
        this.event = null;
        this.happened = null;
        this.subjects = null;
    }

    /**
     * @param happened null: when it was recorded
     * @param subjects with whom it happened; null: with whom the case is about
     */
    <E> EntryKind(Class<E> event, @Nullable Function<E, Instant> happened, @Nullable Function<E, List<UUID>> subjects) {
        this.event = event;
        this.happened = happened == null ? null : any -> happened.apply(event.cast(any));
        this.subjects = subjects == null ? null : any -> subjects.apply(event.cast(any));
    }

    /** Null for an event that is nothing to be told of a customer. */
    static @Nullable EntryKind of(Object event) {
        return BY_EVENT.get(event.getClass());
    }

    Instant happenedAt(Recorded one) {
        return happened == null ? one.at() : happened.apply(one.event());
    }

    /** With whom it happened; null when that follows from its case. */
    @Nullable
    List<UUID> subjectsOf(Object any) {
        return subjects == null ? null : subjects.apply(any);
    }
}
