package cx.ecou.segment.web;

import cx.ecou.segment.events.Rule;
import cx.ecou.segment.write.segment.RuleLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rule as somebody is writing it: groups of conditions. In the form the third condition of the first group is {@code g0.c2}.
 *
 * @param match how many groups must be met
 */
record RuleDraft(String match, List<GroupDraft> groups) {

    private static final int MOST_GROUPS = 10;
    private static final Pattern PLACE = Pattern.compile("rule\\.rules\\[(\\d+)]\\.rules\\[(\\d+)]\\.(\\w+).*");
    private static final Pattern GROUP_PLACE = Pattern.compile("rule\\.rules\\[(\\d+)].*");

    /** @param match how many of its conditions must be met */
    record GroupDraft(String match, List<ConditionDraft> conditions) {

        static final GroupDraft EMPTY = new GroupDraft("ALL", List.of());

        GroupDraft {
            conditions = List.copyOf(conditions);
        }
    }

    RuleDraft {
        groups = List.copyOf(groups);
    }

    static RuleDraft empty() {
        return new RuleDraft("ALL", List.of(GroupDraft.EMPTY));
    }

    /** What a form sends. */
    static RuleDraft of(Map<String, String> sent) {
        List<GroupDraft> groups = new ArrayList<>();
        for (int g = 0; g < MOST_GROUPS && sent.containsKey("g" + g + ".match"); g++) {
            groups.add(new GroupDraft(match(sent.get("g" + g + ".match")), conditions(sent, "g" + g)));
        }
        return groups.isEmpty() ? empty() : new RuleDraft(match(sent.get("match")), groups);
    }

    private static List<ConditionDraft> conditions(Map<String, String> sent, String group) {
        List<ConditionDraft> conditions = new ArrayList<>();
        for (int c = 0; c <= RuleLimits.MOST_CONDITIONS; c++) {
            String place = group + ".c" + c + ".";
            Question.of(sent.getOrDefault(place + "about", "")).ifPresent(question -> {
                Map<String, String> fields = new HashMap<>();
                ConditionDraft.FIELDS.forEach(field -> {
                    if (sent.containsKey(place + field)) {
                        fields.put(field, sent.get(place + field));
                    }
                });
                conditions.add(new ConditionDraft(question, fields));
            });
        }
        return conditions;
    }

    private static String match(@Nullable String sent) {
        return Arrays.stream(Rule.Match.values())
                .map(Enum::name)
                .filter(name -> name.equals(sent))
                .findFirst()
                .orElse("ALL");
    }

    /** A rule as its form shows it; empty when it is put together in a way that the form cannot show. */
    static Optional<RuleDraft> of(Rule rule) {
        if (!(rule instanceof Rule.Group outer)) {
            return Optional.ofNullable(group(new Rule.Group(Rule.Match.ALL, List.of(rule))))
                    .map(group -> new RuleDraft("ALL", List.of(group)));
        }
        if (outer.depth() == 1) {
            return Optional.ofNullable(group(outer)).map(group -> new RuleDraft("ALL", List.of(group)));
        }
        List<GroupDraft> groups = new ArrayList<>();
        for (Rule inner : outer.rules()) {
            GroupDraft group =
                    group(inner instanceof Rule.Group itself ? itself : new Rule.Group(Rule.Match.ALL, List.of(inner)));
            if (group == null || groups.size() == MOST_GROUPS) {
                return Optional.empty();
            }
            groups.add(group);
        }
        return Optional.of(new RuleDraft(outer.match().name(), groups));
    }

    private static @Nullable GroupDraft group(Rule.Group group) {
        List<ConditionDraft> conditions = new ArrayList<>();
        for (Rule rule : group.rules()) {
            ConditionDraft condition = rule instanceof Rule.Condition shown ? ConditionDraft.of(shown) : null;
            if (condition == null) {
                return null;
            }
            conditions.add(condition);
        }
        return new GroupDraft(group.match().name(), conditions);
    }

    /**
     * The draft after a button was pressed; the same when the button is none of these.
     *
     * @param button {@code group}, {@code drop:0} a group, {@code remove:0:2} a condition, {@code add:0} the chosen one
     * @param chosen what the condition that is added asks about
     */
    RuleDraft after(String button, String chosen) {
        String[] words = button.split(":", -1);
        int group = words.length > 1 ? number(words[1]) : 0;
        if (group >= groups.size()) {
            return this;
        }
        List<GroupDraft> changed = new ArrayList<>(groups);
        if (words[0].equals("group") && groups.size() < MOST_GROUPS) {
            changed.add(GroupDraft.EMPTY);
        } else if (words[0].equals("drop")) {
            changed.remove(group);
        } else if (words[0].equals("add")) {
            Question.of(chosen).ifPresent(question -> changed.set(group, added(groups.get(group), question)));
        } else if (words[0].equals("remove") && words.length > 2) {
            changed.set(group, removed(groups.get(group), number(words[2])));
        }
        return changed.isEmpty() ? empty() : new RuleDraft(match, changed);
    }

    private static GroupDraft added(GroupDraft group, Question question) {
        List<ConditionDraft> conditions = new ArrayList<>(group.conditions());
        if (conditions.size() < RuleLimits.MOST_CONDITIONS) {
            conditions.add(ConditionDraft.about(question));
        }
        return new GroupDraft(group.match(), conditions);
    }

    private static GroupDraft removed(GroupDraft group, int number) {
        List<ConditionDraft> conditions = new ArrayList<>(group.conditions());
        if (number < conditions.size()) {
            conditions.remove(number);
        }
        return new GroupDraft(group.match(), conditions);
    }

    private static int number(String written) {
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : Integer.MAX_VALUE;
    }

    public boolean isEmpty() {
        return groups.stream().allMatch(group -> group.conditions().isEmpty());
    }

    /** As a rule is written. */
    ObjectNode json() {
        ObjectNode rule = JsonMapper.shared().createObjectNode();
        rule.put("kind", "GROUP").put("match", match);
        ArrayNode inner = rule.putArray("rules");
        for (GroupDraft group : groups) {
            ArrayNode conditions = inner.addObject()
                    .put("kind", "GROUP")
                    .put("match", group.match())
                    .putArray("rules");
            group.conditions().forEach(condition -> conditions.add(condition.json()));
        }
        return rule;
    }

    /** The field of the form that shows what stands at a path of the rule. */
    static String field(String path) {
        var place = PLACE.matcher(path);
        if (place.matches()) {
            String name = place.group(3);
            boolean value = name.equals("values") || name.equals("number");
            return "g" + place.group(1) + ".c" + place.group(2) + "." + (value ? "value" : name);
        }
        var group = GROUP_PLACE.matcher(path);
        return group.matches() ? "g" + group.group(1) + ".add" : path;
    }
}
