package cx.ecou.customer.events;

/** The register of everything that the customer module records. */
public sealed interface CustomerEvent
        permits ConsentGiven,
                ConsentWithdrawn,
                CustomerDescribed,
                CustomersMerged,
                DuplicateDismissed,
                MergeUndone,
                PreferencesChanged,
                SubjectRecognised {}
