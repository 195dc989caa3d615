package plumbline.exchange.proof;

import plumbline.proofreading.PrintedColumnRole;
import plumbline.proofreading.PrintedColumnRole.PlainColumn;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the formulas in the notes: a column is what its formula says, whatever its head is called.
 */
final class FormulaReader {
    private static final Pattern FROM_BASELINE =
            Pattern.compile("基期|基数|基准|增加|增幅|增长|增量|提升|变化|baseline");
    private static final Pattern OF_TARGET =
            Pattern.compile("(实际|完成|现状|value).*[/÷].*(目标|标准|规划|计划|target)");

    private final String notes;

    FormulaReader(String notes) {
        this.notes = Normalizer.normalize(notes, Normalizer.Form.NFKC).replaceAll("[ \\t]+", "");
    }

    /**
     * @return the roles, attainment and progress by their formulas where the notes have them
     */
    List<PrintedColumnRole> correctedRoles(List<String> heads, List<PrintedColumnRole> roles) {
        List<PrintedColumnRole> corrected = new ArrayList<>(roles);
        for (int c = 0; c < roles.size(); c++) {
            if (roles.get(c) != PlainColumn.ATTAINMENT && roles.get(c) != PlainColumn.PROGRESS)
                continue;
            Optional<PlainColumn> said = measureByFormula(heads.get(c));
            if (said.isPresent() && !corrected.contains(said.get())) corrected.set(c, said.get());
        }
        return List.copyOf(corrected);
    }

    boolean definesFormulaOf(String head) {
        return measureByFormula(head).isPresent();
    }

    private Optional<PlainColumn> measureByFormula(String head) {
        String name = Normalizer.normalize(head, Normalizer.Form.NFKC).replaceAll("\\s+|\\(.*", "");
        Matcher formula =
                Pattern.compile(Pattern.quote(name) + "[^=。;\\n]{0,8}=([^。;\\n]{3,80})")
                        .matcher(notes);
        if (name.isEmpty() || !formula.find()) return Optional.empty();
        if (FROM_BASELINE.matcher(formula.group(1)).find())
            return Optional.of(PlainColumn.PROGRESS);
        return OF_TARGET.matcher(formula.group(1)).find()
                ? Optional.of(PlainColumn.ATTAINMENT)
                : Optional.empty();
    }
}
