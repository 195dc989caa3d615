import module java.base;

final Target target = Target.ofThisMachine();
final Path build = Path.of("target");
final Path output = build.resolve("installer");
final Path work = output.resolve("work");
final Path resources = Path.of("installer", target.folder);

/**
 * Found only by reflection or as services, so that jdeps does not see them: Chinese encodings,
 * Chinese dates, Unsafe.
 */
final List<String> unseenModules = List.of("jdk.charsets", "jdk.localedata", "jdk.unsupported");

/**
 * Makes the program's folder with a Java of its own, and from it the system's package, in
 * target/installer. Run from the project's folder after {@code mvn package}: {@code java
 * installer/Installer.java}
 */
void main() throws IOException, InterruptedException {
    try {
        String version = version();
        deleteTree(output);
        Files.createDirectories(work);
        Path runtime = runtime(gatherJars(version));
        Path image = image(version, runtime);
        startFaster(image);
        Path made = installer(version, image);
        deleteTree(work);
        IO.println("Made " + image + " and " + made);
    } catch (Failure failure) {
        System.err.println(failure.getMessage());
        System.exit(1);
    }
}

String version() throws Failure, IOException {
    Path built = build.resolve("maven-archiver", "pom.properties");
    if (!Files.exists(Path.of("pom.xml")))
        throw new Failure("Run this in the project's folder, where pom.xml is.");
    if (!Files.exists(built))
        throw new Failure("There is nothing to pack yet: run \"mvn package\" first.");
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(built)) {
        properties.load(in);
    }
    return properties.getProperty("version");
}

/** Everything that goes on the class path, in one folder; returns the program's own jar there. */
Path gatherJars(String version) throws IOException, Failure {
    Path jars = Files.createDirectories(work.resolve("jars"));
    Path program = build.resolve("plumbline-" + version + ".jar");
    if (!Files.exists(program))
        throw new Failure(program + " is missing: run \"mvn package\" first.");
    for (Path jar : jarsIn("lib")) Files.copy(jar, jars.resolve(jar.getFileName()));
    return Files.copy(program, jars.resolve(program.getFileName()));
}

List<Path> jarsIn(String folder) throws IOException, Failure {
    Path place = build.resolve(folder);
    if (!Files.isDirectory(place))
        throw new Failure(place + " is missing: run \"mvn package\" first.");
    try (Stream<Path> files = Files.list(place)) {
        return files.filter(f -> f.toString().endsWith(".jar")).sorted().toList();
    }
}

/** The JDK modules the program uses and JavaFX, linked into one Java. */
Path runtime(Path program) throws IOException, Failure {
    IO.println("Linking Java and JavaFX …");
    Path modules = Files.createDirectories(work.resolve("modules"));
    for (Path jar : jarsIn("javafx")) module(jar, modules);
    Path runtime = work.resolve("runtime");
    run(
            "jlink",
            "--module-path",
            modules.toString(),
            "--add-modules",
            modulesOf(program),
            "--output",
            runtime.toString(),
            "--include-locales",
            "en,zh",
            "--no-header-files",
            "--no-man-pages",
            "--strip-native-commands",
            "--strip-java-debug-attributes");
    return runtime;
}

String modulesOf(Path program) throws IOException, Failure {
    String libraries =
            jarsIn("lib").stream()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
    String seen =
            run(
                            "jdeps",
                            "--multi-release",
                            "base",
                            "--ignore-missing-deps",
                            "--print-module-deps",
                            "--module-path",
                            build.resolve("javafx").toString(),
                            "--class-path",
                            libraries,
                            program.toString())
                    .strip();
    return seen + "," + String.join(",", unseenModules);
}

/**
 * JavaFX's jars carry native libraries that are unpacked into the user's home at the first start;
 * in a jmod they have a place of their own, and jlink puts them where Java looks for them.
 */
void module(Path jar, Path modules) throws IOException, Failure {
    String name = jar.getFileName().toString().replace(".jar", "");
    Path classes = Files.createDirectories(work.resolve("javafx", name, "classes"));
    Path natives = Files.createDirectories(work.resolve("javafx", name, "natives"));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
        for (var entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory())
                unpack(zip, entry, isNative(entry.getName()) ? natives : classes);
        }
    }
    run(
            "jmod",
            "create",
            "--class-path",
            classes.toString(),
            "--libs",
            natives.toString(),
            modules.resolve(name + ".jmod").toString());
}

boolean isNative(String name) {
    return name.endsWith(".so") || name.endsWith(".dll") || name.endsWith(".dylib");
}

void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
    Path file = folder.resolve(entry.getName());
    Files.createDirectories(file.getParent());
    try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, file);
    }
}

Path image(String version, Path runtime) throws IOException, Failure {
    IO.println("Making the program's folder …");
    List<String> arguments = about("app-image", version);
    Collections.addAll(
            arguments,
            "--input",
            work.resolve("jars").toString(),
            "--runtime-image",
            runtime.toString(),
            "--main-jar",
            "plumbline-" + version + ".jar",
            "--main-class",
            "plumbline.Plumbline");
    for (String option : javaOptions()) Collections.addAll(arguments, "--java-options", option);
    if (target == Target.WINDOWS)
        Collections.addAll(arguments, "--add-launcher", "plumbline-console=" + consoleLauncher());
    run("jpackage", arguments.toArray(String[]::new));
    return output.resolve(target == Target.MACOS ? "plumbline.app" : "plumbline");
}

/** The options the start script gives; the module path is for development only. */
List<String> javaOptions() throws IOException, Failure {
    String script = Files.readString(Path.of("src", "main", "sh", "plumbline"));
    String command = script.substring(Math.max(0, script.lastIndexOf("exec \"$java\"")));
    List<String> options =
            command.lines()
                    .flatMap(line -> Stream.of(line.split("\\s+")))
                    .takeWhile(word -> !word.equals("-cp"))
                    .filter(word -> word.startsWith("-"))
                    .toList();
    if (options.isEmpty())
        throw new Failure(
                "src/main/sh/plumbline no longer says 'exec \"$java\" <options> -cp …': mend javaOptions() in this program.");
    return options;
}

/**
 * A cache of loaded classes, recorded from a start of the window without a display; it halves the
 * time until the window shows. On Linux only: a changed date on a jar makes the cache void, and an
 * .msi does not promise to keep dates; on macOS the folder is signed already.
 */
void startFaster(Path image) throws IOException, InterruptedException, Failure {
    if (target != Target.LINUX) return;
    IO.println("Recording a start …");
    Path cache = image.resolve("lib", "app", "plumbline.aot");
    String record = " -XX:AOTConfiguration=" + work.resolve("start.aotconf");
    end(
            start(
                    image,
                    "-XX:AOTMode=record" + record + " -Dglass.platform=Headless -Dprism.order=sw"));
    start(image, "-XX:AOTMode=create" + record + " -XX:AOTCache=" + cache).waitFor();
    if (!Files.exists(cache))
        throw new Failure("The start could not be recorded; " + log() + " may say why.");
    // Without the second option a machine that cannot use the cache would say so in the middle of
    // what "assess" prints.
    List<String> options =
            List.of(
                    "java-options=-XX:AOTCache=$APPDIR/plumbline.aot",
                    "java-options=-Xlog:aot=off");
    Files.write(cache.resolveSibling("plumbline.cfg"), options, StandardOpenOption.APPEND);
}

Path log() {
    return work.resolve("start.log");
}

Process start(Path image, String options) throws IOException {
    ProcessBuilder program =
            new ProcessBuilder(
                    image.resolve("bin", "plumbline").toString(),
                    "--data",
                    work.resolve("data").toString());
    program.environment().put("JAVA_TOOL_OPTIONS", options);
    return program.redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
}

/** Ends the program once it has nothing more to do. */
void end(Process program) throws InterruptedException {
    Duration idle = Duration.ofMillis(200);
    Duration before;
    Duration used = Duration.ZERO;
    do {
        before = used;
        program.waitFor(3, TimeUnit.SECONDS);
        used = program.info().totalCpuDuration().orElse(before);
    } while (used.minus(before).compareTo(idle) > 0);
    program.destroy();
    program.waitFor();
}

/**
 * A Windows program has either a window or a console: the command line needs a launcher of its own.
 */
Path consoleLauncher() throws IOException {
    return Files.writeString(
            work.resolve("console.properties"),
            "win-console=true\nwin-menu=false\nwin-shortcut=false\n");
}

Path installer(String version, Path image) throws IOException, Failure {
    IO.println("Making the ." + target.type + " …");
    if (target == Target.LINUX) need("fakeroot", "dpkg-deb");
    List<String> arguments = about(target.type, version);
    Collections.addAll(arguments, "--app-image", image.toString(), "--license-file", "LICENSE");
    Collections.addAll(
            arguments,
            switch (target) {
                case LINUX -> new String[] {"--linux-shortcut", "--linux-menu-group", "Office"};
                case WINDOWS ->
                        new String[] {
                            "--win-menu",
                            "--win-shortcut",
                            "--win-dir-chooser",
                            "--win-upgrade-uuid",
                            "6d1f0f0e-4b0c-4c43-9d0e-6a2c3c8b7a51"
                        };
                case MACOS -> new String[] {};
            });
    run("jpackage", arguments.toArray(String[]::new));
    try (Stream<Path> files = Files.list(output)) {
        return files.filter(f -> f.toString().endsWith("." + target.type))
                .findFirst()
                .orElseThrow();
    }
}

/** What every call of jpackage is told. */
List<String> about(String type, String version) throws IOException {
    List<String> arguments =
            new ArrayList<>(
                    List.of(
                            "--type",
                            type,
                            "--name",
                            "plumbline",
                            "--dest",
                            output.toString(),
                            "--app-version",
                            target == Target.MACOS ? macVersion(version) : version,
                            "--vendor",
                            "Plumbline",
                            "--description",
                            "Keeps a five-year plan: indicators, tasks, problems",
                            "--copyright",
                            "Apache License 2.0"));
    if (!type.equals(target.type) || target == Target.LINUX)
        Collections.addAll(arguments, "--icon", icon().toString());
    if (Files.isDirectory(resources))
        Collections.addAll(arguments, "--resource-dir", resources.toString());
    return arguments;
}

/** macOS refuses versions that start with 0. */
String macVersion(String version) {
    return version.replaceFirst("^0\\.", "1.");
}

/** The one picture, in the system's wrapping: .ico and .icns may both hold a PNG as it is. */
Path icon() throws IOException {
    Path png = Path.of("installer", "linux", "plumbline.png");
    byte[] picture = Files.readAllBytes(png);
    Path wrapped = work.resolve("plumbline." + target.icon);
    return switch (target) {
        case LINUX -> png;
        case WINDOWS -> Files.write(wrapped, ico(picture));
        case MACOS -> Files.write(wrapped, icns(picture));
    };
}

/** One picture of 256 × 256, which the format writes as 0 × 0. */
byte[] ico(byte[] png) {
    int header = 22;
    return ByteBuffer.allocate(header + png.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 0)
            .putShort((short) 1)
            .putShort((short) 1)
            .put(new byte[4])
            .putShort((short) 1)
            .putShort((short) 32)
            .putInt(png.length)
            .putInt(header)
            .put(png)
            .array();
}

/** One picture of 256 × 256, which the format calls ic08. */
byte[] icns(byte[] png) {
    int size = 16 + png.length;
    return ByteBuffer.allocate(size)
            .put("icns".getBytes(StandardCharsets.US_ASCII))
            .putInt(size)
            .put("ic08".getBytes(StandardCharsets.US_ASCII))
            .putInt(8 + png.length)
            .put(png)
            .array();
}

void need(String... programs) throws Failure {
    List<String> missing = Stream.of(programs).filter(p -> !onPath(p)).toList();
    if (missing.isEmpty()) return;
    throw new Failure(
            "The folder is made, the .deb is not: it needs "
                    + String.join(" and ", missing)
                    + ". On Debian: apt install fakeroot.");
}

boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
}

/** Runs one of the JDK's own tools here; returns what it printed. */
String run(String tool, String... arguments) throws Failure {
    ToolProvider provider =
            ToolProvider.findFirst(tool)
                    .orElseThrow(
                            () ->
                                    new Failure(
                                            "This Java has no "
                                                    + tool
                                                    + ": run the installer with a JDK 25."));
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    int code = provider.run(printer, printer, arguments);
    if (code != 0) throw new Failure(tool + " failed; this is what it said:\n" + out);
    return out.toString();
}

void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) return;
    try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
}

/** What jpackage calls a system's package, and the icon format it wants there. */
enum Target {
    LINUX("linux", "deb", "png"),
    WINDOWS("windows", "msi", "ico"),
    MACOS("macos", "dmg", "icns");

    final String folder;
    final String type;
    final String icon;

    Target(String folder, String type, String icon) {
        this.folder = folder;
        this.type = type;
        this.icon = icon;
    }

    static Target ofThisMachine() {
        String name = System.getProperty("os.name");
        return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MACOS : LINUX;
    }
}

/** A step that could not be taken; the message says what to do about it. */
class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String sentence) {
        super(sentence);
    }
}
