package plumbline.screen.parts.field;

import plumbline.desk.Workspace;
import plumbline.plan.Department;
import plumbline.plan.Plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** The departments of the plan that is looked at, by their names. */
public final class DepartmentNames {
    private DepartmentNames() {}

    public static List<String> departmentNames(Workspace desk) {
        return desk.shownPlan()
                .map(p -> p.departments().stream().map(Department::name).toList())
                .orElse(List.of());
    }

    /** Empty where there is none. */
    public static String departmentName(Workspace desk, Optional<UUID> department) {
        return desk.shownPlan()
                .flatMap(p -> department.flatMap(p::findDepartment))
                .map(Department::name)
                .orElse("");
    }

    /**
     * Puts a department by its name into a plan; one that is new is added to it.
     *
     * @param name empty for none
     */
    public static Plan withDepartmentNamed(
            String name, Plan plan, BiFunction<Plan, Optional<UUID>, Plan> into) {
        Plan known = name.isBlank() ? plan : plan.withDepartmentNamed(name);
        return into.apply(known, known.findDepartmentByName(name).map(Department::id));
    }
}
