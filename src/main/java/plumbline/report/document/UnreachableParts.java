package plumbline.report.document;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a template still carries of the slides that were taken out: workbooks of their charts,
 * pictures, comments. Nothing leads to them, and their names would be taken.
 */
final class UnreachableParts {
    private UnreachableParts() {}

    /** Leaves only what the package's own relationships lead to, over any number of steps. */
    static void removeFrom(OPCPackage of) {
        try {
            Set<PackagePartName> reached = findReachableParts(of);
            for (PackagePart part : List.copyOf(of.getParts()))
                if (!part.isRelationshipPart() && !reached.contains(part.getPartName()))
                    removeWithRelations(of, part.getPartName());
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void removeWithRelations(OPCPackage of, PackagePartName name) {
        PackagePartName relations = PackagingURIHelper.getRelationshipPartName(name);
        of.removePart(name);
        if (of.containPart(relations)) of.removePart(relations);
    }

    private static Set<PackagePartName> findReachableParts(OPCPackage of)
            throws InvalidFormatException {
        Set<PackagePartName> reached = new HashSet<>();
        Deque<PackagePart> open = new ArrayDeque<>();
        addTargets(of, of.getRelationships(), reached, open);
        while (!open.isEmpty()) addTargets(of, open.pop().getRelationships(), reached, open);
        return reached;
    }

    private static void addTargets(
            OPCPackage of,
            PackageRelationshipCollection relations,
            Set<PackagePartName> reached,
            Deque<PackagePart> open)
            throws InvalidFormatException {
        for (PackageRelationship relation : relations) {
            if (relation.getTargetMode() == TargetMode.EXTERNAL) continue;
            PackagePartName name = PackagingURIHelper.createPartName(relation.getTargetURI());
            if (of.containPart(name) && reached.add(name)) open.push(of.getPart(name));
        }
    }
}
