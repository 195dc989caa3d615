package plumbline.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which top-level classes need each other, directly or around a corner; the list may only shrink.
 */
class ClassCyclesTest {
    @Test
    void noClassesNeedEachOtherButThoseListed() {
        ShrinkingList.read("class-cycles.txt").check(cycles(dependenciesOfTheHouse()));
    }

    @Test
    void aCircleIsFound() {
        Map<String, Set<String>> needs =
                Map.of("A", Set.of("B"), "B", Set.of("C"), "C", Set.of("B"), "D", Set.of("A"));
        assertEquals(List.of("B C"), cycles(needs));
    }

    private static Map<String, Set<String>> dependenciesOfTheHouse() {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (JavaClass type : HouseClasses.main()) {
            if (type.getPackageName().startsWith("plumbline.store.generated")) continue;
            Set<String> of = needs.computeIfAbsent(outermost(type), _ -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .filter(t -> t.getPackageName().startsWith("plumbline"))
                    .map(ClassCyclesTest::outermost)
                    .filter(name -> !name.equals(outermost(type)))
                    .forEach(of::add);
        }
        return needs;
    }

    private static String outermost(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /**
     * The strongly connected groups of more than one name (Tarjan 1972), each as its names in
     * order.
     */
    private static List<String> cycles(Map<String, Set<String>> needs) {
        return new Tarjan(needs).groups();
    }

    private static final class Tarjan {
        private final Map<String, Set<String>> needs;
        private final Map<String, Integer> index = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final List<String> groups = new ArrayList<>();

        Tarjan(Map<String, Set<String>> needs) {
            this.needs = needs;
        }

        List<String> groups() {
            for (String name : new TreeSet<>(needs.keySet()))
                if (!index.containsKey(name)) visit(name);
            groups.sort(null);
            return groups;
        }

        private void visit(String name) {
            index.put(name, index.size());
            lowest.put(name, index.get(name));
            open.push(name);
            for (String next : needs.getOrDefault(name, Set.of())) {
                if (!index.containsKey(next)) {
                    visit(next);
                    lowest.merge(name, lowest.get(next), Math::min);
                } else if (open.contains(next)) {
                    lowest.merge(name, index.get(next), Math::min);
                }
            }
            if (lowest.get(name).equals(index.get(name))) close(name);
        }

        private void close(String first) {
            Set<String> group = new TreeSet<>();
            String name;
            do {
                name = open.pop();
                group.add(simpleName(name));
            } while (!name.equals(first));
            if (group.size() > 1) groups.add(String.join(" ", group));
        }

        private static String simpleName(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }
}
