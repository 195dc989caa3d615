package plumbline.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import plumbline.assessment.Evaluation;
import plumbline.assessment.Redactor;
import plumbline.base.Problem;
import plumbline.exchange.file.DocumentReader;
import plumbline.exchange.notation.DateParser;
import plumbline.exchange.planfile.PlanFile;
import plumbline.exchange.planfile.PlanFileWriter;
import plumbline.exchange.planfile.SamplePlans;
import plumbline.exchange.proof.TableProof;
import plumbline.exchange.proof.TextProof;
import plumbline.exchange.review.ImportReview;
import plumbline.exchange.review.ReadFiles;
import plumbline.exchange.review.ReadingWording;
import plumbline.plan.Plan;
import plumbline.plan.VerdictRule;
import plumbline.report.Handover;
import plumbline.report.HandoverOptions;
import plumbline.report.table.AppendixColumn;
import plumbline.report.table.AssessmentTable;
import plumbline.report.table.FigureTable;
import plumbline.report.table.ProofTable;
import plumbline.report.table.ReviewTable;
import plumbline.report.table.TableFormat;
import plumbline.report.text.RedactionLeaks;
import plumbline.words.Messages;
import plumbline.words.RulePresets;
import plumbline.words.Wording;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The verbs of the command line. Exit codes: 0 done, 1 failed with a sentence, 2 not understood, or
 * no display.
 */
public final class Commands {

    /** Opens the window on a data folder, or the platform's own; returns the exit code. */
    @FunctionalInterface
    public interface WindowOpener {
        int openWindow(Optional<Path> dataFolder);
    }

    /** Finds a plan of the library by its title. */
    @FunctionalInterface
    public interface PlanByTitle {
        Plan loadPlan(Optional<Path> dataFolder, String title) throws Problem;
    }

    /**
     * The evaluation date a plan of the library was last judged at in the window; empty if it never
     * was.
     */
    @FunctionalInterface
    public interface EvaluationDateFinder {
        Optional<LocalDate> findEvaluationDate(Optional<Path> dataFolder, UUID plan);
    }

    /** Keeps what a plan file holds as a new plan of the library; returns its title. */
    @FunctionalInterface
    public interface PlanFileImporter {
        String importPlanFile(Optional<Path> dataFolder, Path file) throws Problem;
    }

    /** Reads colleagues' files, and folders of them, beside a plan of the library. */
    @FunctionalInterface
    public interface FigureImporter {
        ImportResult importFiles(Optional<Path> dataFolder, String title, List<Path> files)
                throws Problem;
    }

    /**
     * @param problemsByFile why a file could not be read, by its name
     */
    public record ImportResult(ImportReview review, Map<String, Problem> problemsByFile) {}

    private final WindowOpener windowOpener;
    private final PlanByTitle planByTitle;
    private final EvaluationDateFinder evaluationDateFinder;
    private final PlanFileImporter planFileImporter;
    private final FigureImporter dryRunImporter;
    private final FigureImporter figureImporter;
    private final PrintWriter out;
    private final PrintWriter err;
    private Optional<Path> dataFolder = Optional.empty();

    /**
     * @param looked leaves the plan as it is
     * @param tookIn keeps what can be believed as one edit; its answer is the review before it
     */
    public Commands(
            WindowOpener window,
            PlanByTitle stored,
            EvaluationDateFinder dated,
            PlanFileImporter taken,
            FigureImporter looked,
            FigureImporter tookIn,
            PrintWriter out,
            PrintWriter err) {
        this.windowOpener = window;
        this.planByTitle = stored;
        this.evaluationDateFinder = dated;
        this.planFileImporter = taken;
        this.dryRunImporter = looked;
        this.figureImporter = tookIn;
        this.out = out;
        this.err = err;
    }

    public int run(String... args) {
        CommandLine line = new CommandLine(new RootCommand());
        line.addSubcommand(new AssessCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new ProofreadCommand())
                .addSubcommand(new ReadCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new ImportCommand());
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(
                LocalDate.class,
                text ->
                        DateParser.parseDate(text)
                                .orElseThrow(() -> new Problem("problem.date.impossible", text)));
        line.registerConverter(
                Path.class,
                text -> {
                    try {
                        return Path.of(text);
                    } catch (InvalidPathException _) {
                        throw new Problem("problem.path.impossible", text);
                    }
                });
        line.setExecutionExceptionHandler(
                (e, _, result) ->
                        reportFailure(
                                e,
                                messagesForArguments(
                                        result.originalArgs().toArray(String[]::new))));
        line.setParameterExceptionHandler(
                (e, wrong) -> reportMisunderstanding(e, messagesForArguments(wrong)));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private int reportFailure(Exception e, Messages words) throws Exception {
        if (!(e instanceof Problem problem)) throw e;
        err.println(words.problemSentence(problem));
        return 1;
    }

    private int reportMisunderstanding(ParameterException e, Messages words) {
        String reason =
                e.getCause() instanceof Problem problem
                        ? words.problemSentence(problem)
                        : e.getMessage();
        err.println(words.sentence("command.misunderstood", reason));
        return 2;
    }

    private static Messages messagesForArguments(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang="))
                return Messages.forLocale(
                        Locale.forLanguageTag(args[i].substring("--lang=".length())));
            if (args[i].equals("--lang") && i + 1 < args.length)
                return Messages.forLocale(Locale.forLanguageTag(args[i + 1]));
        }
        return Messages.forLocale(Locale.getDefault());
    }

    @Command(
            name = "plumbline",
            version = PlanFile.PROGRAM,
            mixinStandardHelpOptions = true,
            descriptionHeading = "%n",
            optionListHeading = "%n",
            commandListHeading = "%nCommands:%n",
            description = {
                "Keeps a five-year plan: indicators, tasks, problems. Without a command the window opens.",
                "管理五年规划的指标、任务和问题。不带命令时打开窗口。"
            },
            footer = {
                "",
                "Examples / 示例:",
                "  plumbline assess --sample suizhou --at 2022-12-31 --rule suizhou --format table",
                "  plumbline report --sample suizhou --at 2022-12-31 --out handover",
                "  plumbline proofread table.xlsx --format table",
                "  plumbline read returns/ --format csv",
                "  plumbline assess --help    all options of a command / 一个命令的全部选项"
            })
    private final class RootCommand implements Callable<Integer> {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                scope = ScopeType.INHERIT,
                description = "Folder of the library. / 数据文件夹。")
        private void setDataFolder(Path folder) {
            dataFolder = Optional.of(folder);
        }

        @Override
        public Integer call() {
            return windowOpener.openWindow(dataFolder);
        }
    }

    /** What every verb is told: in which language. */
    private abstract static class CommandWithMessages implements Callable<Integer> {
        @Option(
                names = "--lang",
                paramLabel = "LANG",
                description = "zh or en. Default: the system's. / 语言。")
        private String language;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help. / 显示帮助。")
        private boolean help;

        Messages messages() {
            return Messages.forLocale(
                    language == null ? Locale.getDefault() : Locale.forLanguageTag(language));
        }
    }

    /** And by which rule. */
    private abstract static class CommandWithRule extends CommandWithMessages {
        @Option(
                names = "--rule",
                paramLabel = "RULE",
                description =
                        "time, suizhou, four, rag or growth. Default: the plan's own, or the note's. / 评价规则。")
        private String rule;

        Optional<VerdictRule> findRule() throws Problem {
            if (rule == null) return Optional.empty();
            return Optional.of(
                    RulePresets.findPreset(rule)
                            .orElseThrow(
                                    () ->
                                            new Problem(
                                                    "problem.rule.unknown",
                                                    rule,
                                                    String.join(", ", RulePresets.presetNames()))));
        }
    }

    /** Which plan, and judged when. */
    private abstract class CommandOnPlan extends CommandWithRule {
        @Spec private CommandSpec spec;

        @Option(
                names = "--plan",
                paramLabel = "TITLE",
                description = "A plan of the library, by its title. / 数据文件夹里的规划。")
        private String title;

        @Option(
                names = "--sample",
                paramLabel = "NAME",
                description =
                        "A plan that comes with the program: suizhou, ezhou, jingmen, jingdezhen, xxshi. / 示例规划。")
        private String sample;

        @Option(
                names = "--at",
                paramLabel = "DATE",
                description =
                        "Evaluation date, 2022-12-31. Default: the end of the latest year with figures. / 评估日。")
        private LocalDate evaluationDate;

        Evaluation evaluatePlan() throws Problem {
            return Commands.evaluatePlan(loadPlan(), findRule(), evaluationDate);
        }

        Plan loadPlan() throws Problem {
            if (sample == null && title == null)
                throw new ParameterException(
                        spec.commandLine(), messages().sentence("problem.plan.which"));
            return Commands.this.loadPlan(sample, title);
        }
    }

    /**
     * @param sample absent where the library is meant
     */
    private Plan loadPlan(String sample, String title) throws Problem {
        return sample != null
                ? SamplePlans.openSample(sample, UUID.randomUUID())
                : planByTitle.loadPlan(dataFolder, title);
    }

    /**
     * @param at absent for the date the plan suggests by itself
     */
    private static Evaluation evaluatePlan(Plan plan, Optional<VerdictRule> rule, LocalDate at) {
        Plan judged = rule.map(r -> withOnlyRule(r, plan)).orElse(plan);
        return Evaluation.evaluate(
                judged, at == null ? Evaluation.suggestedDate(plan, LocalDate.now()) : at);
    }

    /** All indicators, the binding ones too. */
    private static Plan withOnlyRule(VerdictRule rule, Plan plan) {
        return plan.withChanges(
                d -> {
                    d.rule = rule;
                    d.bindingRule = Optional.empty();
                });
    }

    @Command(
            name = "assess",
            description = {"Prints the assessment of each indicator.", "输出每项指标的评价。"})
    private final class AssessCommand extends CommandOnPlan {
        @Option(
                names = "--format",
                defaultValue = "table",
                paramLabel = "FORMAT",
                description = "table, csv or json. / 输出格式。")
        private TableFormat format;

        @Override
        public Integer call() throws Problem {
            out.print(new AssessmentTable(messages(), evaluatePlan()).formatAs(format));
            return 0;
        }
    }

    @Command(
            name = "report",
            description = {
                "Writes appendix table, report, slides, charts and figures into a folder.",
                "把附表、报告、幻灯片、图表和数据写入文件夹。"
            })
    private final class ReportCommand extends CommandOnPlan {
        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "The folder; made if there is none. / 输出文件夹。")
        private Path folder;

        @Option(names = "--former-targets", description = "List former targets too. / 同时列出原目标。")
        private boolean listsFormerTargets;

        @Option(
                names = "--later-figures",
                description = "List periods after the evaluation date too. / 同时列出评估日以后各期的数据。")
        private boolean listsLaterFigures;

        @Option(
                names = "--template",
                paramLabel = "FILE",
                description = "A .pptx whose layouts the slides use. / 幻灯片模板。")
        private Path template;

        @Option(
                names = "--redact",
                negatable = true,
                defaultValue = "true",
                fallbackValue = "true",
                description =
                        "Marked values are written as XX; this is the default. --no-redact writes them. / 脱敏的数值写作 XX（默认）；--no-redact 照写。")
        private boolean redact;

        @Override
        public Integer call() throws Problem {
            Evaluation real = evaluatePlan();
            Evaluation standing = redact ? Redactor.redactEvaluation(real) : real;
            if (redact)
                RedactionLeaks.findLeaks(real, messages())
                        .forEach(leak -> err.println(leak.leakSentence(messages())));
            Set<AppendixColumn> columns =
                    listsFormerTargets
                            ? AppendixColumn.withFormerTargets()
                            : AppendixColumn.standardColumns();
            if (listsLaterFigures) columns.add(AppendixColumn.LATER_FIGURES);
            HandoverOptions whole = HandoverOptions.everything().withColumns(columns);
            List<Path> written =
                    new Handover(
                                    messages(),
                                    template == null ? whole : whole.withTemplate(template))
                            .writeHandover(standing, folder, _ -> {});
            written.forEach(out::println);
            return 0;
        }
    }

    @Command(
            name = "read",
            description = {
                "Prints the figures that are understood from tables, without any plan.",
                "输出从各类表格中读出的数据，不需要规划。"
            })
    private final class ReadCommand extends CommandWithMessages {
        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description =
                        "Workbooks, Word and web documents, CSV and text; or folders of them. / 文件或文件夹。")
        private List<Path> files;

        @Option(
                names = "--format",
                defaultValue = "csv",
                paramLabel = "FORMAT",
                description = "csv, json or table. / 输出格式。")
        private TableFormat format;

        @Option(
                names = "--findings",
                paramLabel = "FILE",
                description =
                        "Where to write what is doubtful. Default: standard error. / 疑点写入的文件。")
        private Path findings;

        @Override
        public Integer call() throws Problem {
            ReadFiles read = ReadFiles.readFiles(files);
            out.print(new FigureTable(read.allFigures()).formatAs(format));
            List<String> lines = new ReadingWording(messages()).reportLines(read);
            if (findings == null) lines.forEach(err::println);
            else ReadFiles.writeLines(findings, lines);
            return read.problems().isEmpty() ? 0 : 1;
        }
    }

    @Command(
            name = "proofread",
            description = {
                "Recomputes a published table and lists what does not hold; or holds a text against a plan.",
                "附表体检：重新计算一张已公布的表，列出不符之处；或用规划核对正文。"
            })
    private final class ProofreadCommand extends CommandWithRule {
        @Parameters(
                paramLabel = "FILE",
                description = ".xlsx, .xls, .docx, .html, .csv or .txt. / 含有附表的文件。")
        private Path file;

        @Option(
                names = "--format",
                defaultValue = "table",
                paramLabel = "FORMAT",
                description = "table, csv or json. / 输出格式。")
        private TableFormat format;

        @Option(
                names = "--against",
                paramLabel = "TITLE",
                description = "Holds a text against a plan of the library. / 正文对规划：与数据文件夹里的规划核对。")
        private String title;

        @Option(
                names = "--against-sample",
                paramLabel = "NAME",
                description = "Holds a text against a plan that comes with the program. / 与示例规划核对。")
        private String sample;

        @Option(
                names = "--at",
                paramLabel = "DATE",
                description =
                        "Evaluation date of that plan. Default: the one it has in the window, or else the end of the latest year with figures. / 评估日，默认与窗口中该规划的评估日相同。")
        private LocalDate evaluationDate;

        @Override
        public Integer call() throws Problem {
            ProofTable table =
                    title == null && sample == null
                            ? new ProofTable(messages(), TableProof.fromFile(file, findRule()))
                            : compareWithPlan();
            out.print(table.formatAs(format));
            if (format == TableFormat.CSV) table.uncheckedSentence().ifPresent(err::println);
            return 0;
        }

        /** Says by which day and rule; not among the results, which programs read. */
        private ProofTable compareWithPlan() throws Problem {
            Plan plan = loadPlan(sample, title);
            Optional<LocalDate> inWindow =
                    sample == null
                            ? evaluationDateFinder.findEvaluationDate(dataFolder, plan.id())
                            : Optional.empty();
            Evaluation standing =
                    evaluatePlan(
                            plan,
                            findRule(),
                            evaluationDate == null ? inWindow.orElse(null) : evaluationDate);
            Wording wording = new Wording(messages());
            err.println(
                    messages()
                            .sentence(
                                    "command.judged",
                                    standing.plan().title(),
                                    wording.formatDate(standing.evaluationDate()),
                                    wording.planRuleNames(standing.plan())));
            return new ProofTable(
                    messages(),
                    TextProof.fromBlocks(
                            DocumentReader.readFile(file),
                            standing,
                            String.valueOf(file.getFileName()),
                            messages()));
        }
    }

    @Command(
            name = "export",
            description = {"Writes a plan as a plan file for a colleague.", "把规划导出为规划文件。"})
    private final class ExportCommand extends CommandOnPlan {
        @Option(
                names = "--out",
                required = true,
                paramLabel = "FILE",
                description = "The plan file, FILE.plumb. / 规划文件。")
        private Path file;

        @Override
        public Integer call() throws Problem {
            PlanFileWriter.<RuntimeException>writePlanFile(
                    file,
                    PlanFileWriter.PlanFileContents.planAlone(loadPlan(), LocalDate.now()),
                    _ -> {});
            out.println(file);
            return 0;
        }
    }

    @Command(
            name = "import",
            description = {
                "Takes colleagues' files into a plan and prints every figure; or keeps a plan file, .plumb, as a new plan.",
                "把报来的文件导入规划，逐个列出读到的数；或者把规划文件（.plumb）读入为新的规划。"
            })
    private final class ImportCommand extends CommandWithMessages {
        @Spec private CommandSpec spec;

        @Parameters(
                paramLabel = "FILE",
                arity = "1..*",
                description =
                        "Files or folders that were sent in; or one plan file, .plumb. / 报来的文件或文件夹；或一个规划文件。")
        private List<Path> files;

        @Option(
                names = "--plan",
                paramLabel = "TITLE",
                description = "The plan of the library they are of. / 导入到哪个规划。")
        private String title;

        @Option(names = "--dry-run", description = "Only print what would be taken in. / 只列出，不导入。")
        private boolean isDryRun;

        @Override
        public Integer call() throws Problem {
            boolean planFile =
                    files.stream()
                            .anyMatch(
                                    f ->
                                            f.toString()
                                                    .toLowerCase(Locale.ROOT)
                                                    .endsWith("." + PlanFile.ENDING));
            if (!planFile) return importFigures();
            if (files.size() > 1 || title != null || isDryRun)
                throw misuseException("command.import.planFile");
            out.println(
                    messages()
                            .sentence(
                                    "command.imported",
                                    planFileImporter.importPlanFile(dataFolder, files.getFirst())));
            return 0;
        }

        private int importFigures() throws Problem {
            if (title == null) throw misuseException("command.import.plan");
            ImportResult imported =
                    (isDryRun ? dryRunImporter : figureImporter)
                            .importFiles(dataFolder, title, files);
            out.print(new ReviewTable(messages(), imported.review).toCsv());
            imported.problemsByFile.forEach(
                    (name, problem) ->
                            err.println(
                                    messages()
                                            .sentence(
                                                    "import.failed",
                                                    name,
                                                    messages().problemSentence(problem))));
            return imported.problemsByFile.isEmpty() ? 0 : 1;
        }

        private ParameterException misuseException(String key) {
            return new ParameterException(spec.commandLine(), messages().sentence(key));
        }
    }
}
