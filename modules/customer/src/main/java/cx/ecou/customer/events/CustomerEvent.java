package cx.ecou.customer.events;

/** The register of everything that the customer module records. */
public sealed interface CustomerEvent
        permits AccountDescribed,
                ConsentGiven,
                ConsentWithdrawn,
                CustomerDescribed,
                CustomerErased,
                CustomersMerged,
                DuplicateDismissed,
                MergeUndone,
                PreferencesChanged,
                RetentionRuleSet,
                RetentionRuleSwitchedOff,
                RetentionRuleSwitchedOn,
                SubjectRecognised {}
