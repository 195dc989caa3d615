package plumbline.report;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/**
 * What the standard asks of a package and of the texts in it, by hand: content types, relations
 * that lead somewhere, ids that are one's own, and bodies of text that are whole.
 */
final class PackageRules {
    private static final String MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final Set<String> BODIES = Set.of("txBody", "rich", "txPr");
    private static final String TYPES = "[Content_Types].xml";

    private final Map<String, byte[]> parts;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> reached = new HashSet<>(Set.of(TYPES));

    private PackageRules(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static List<String> partNames(Path file) throws IOException {
        return List.copyOf(readParts(file).keySet());
    }

    /**
     * @return each fault as {@code part: what is wrong}; empty where there is none
     */
    static List<String> findFaults(Path file) throws IOException, ParserConfigurationException {
        PackageRules rules = new PackageRules(readParts(file));
        rules.checkTexts();
        rules.checkRelations();
        rules.checkTypes();
        return List.copyOf(rules.faults);
    }

    private static Map<String, byte[]> readParts(Path file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry())
                parts.put(e.getName(), in.readAllBytes());
        }
        return parts;
    }

    private void checkTexts() throws IOException, ParserConfigurationException {
        for (var part : parts.entrySet()) {
            if (!part.getKey().matches(".*\\.(xml|rels)")) continue;
            try {
                checkBodies(part.getKey(), parse(part.getValue()));
            } catch (SAXException e) {
                faults.add(part.getKey() + ": not well formed");
            }
        }
    }

    private static Document parse(byte[] text)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(text));
    }

    /** bodyPr, then perhaps lstStyle, then one paragraph or more; nothing else. */
    private void checkBodies(String part, Document document) {
        for (Element e : elements(document)) {
            if (!BODIES.contains(e.getLocalName())) continue;
            List<String> children =
                    childElements(e).stream()
                            .map(c -> c.getNamespaceURI().equals(MAIN) ? c.getLocalName() : "?")
                            .toList();
            if (!String.join(" ", children).matches("bodyPr( lstStyle)?( p)+"))
                faults.add(part + ": " + e.getLocalName() + " has " + children);
        }
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
    }

    private static List<Element> childElements(Element e) {
        List<Element> found = new ArrayList<>();
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling())
            if (n instanceof Element c) found.add(c);
        return found;
    }

    private void checkRelations() throws IOException, ParserConfigurationException {
        for (String name : parts.keySet()) {
            if (!name.endsWith(".rels")) continue;
            reached.add(name);
            String owner = name.replace("_rels/", "").replaceFirst("\\.rels$", "");
            if (!owner.isEmpty() && !parts.containsKey(owner))
                faults.add(name + ": belongs to nothing");
            try {
                checkTargets(name, URI.create("/" + owner), parse(parts.get(name)));
            } catch (SAXException e) {
                faults.add(name + ": cannot be read");
            }
        }
    }

    private void checkTargets(String name, URI owner, Document relations) {
        Set<String> ids = new HashSet<>();
        for (Element e : elements(relations)) {
            if (!e.getTagName().equals("Relationship")) continue;
            String id = e.getAttribute("Id");
            if (!ids.add(id)) faults.add(name + ": " + id + " is there twice");
            if (e.getAttribute("TargetMode").equals("External")) continue;
            String target = owner.resolve(e.getAttribute("Target")).getPath().substring(1);
            reached.add(target);
            if (!parts.containsKey(target))
                faults.add(name + ": " + id + " leads to " + target + ", which is not there");
        }
    }

    private void checkTypes() throws IOException, ParserConfigurationException {
        Set<String> known = new HashSet<>(Set.of(TYPES));
        try {
            for (Element e : elements(parse(parts.get(TYPES)))) {
                if (e.getTagName().equals("Override")) {
                    String part = e.getAttribute("PartName").substring(1);
                    known.add(part);
                    if (!parts.containsKey(part)) faults.add(TYPES + ": no part " + part);
                }
                if (e.getTagName().equals("Default"))
                    parts.keySet().stream()
                            .filter(
                                    p ->
                                            p.toLowerCase()
                                                    .endsWith(
                                                            "."
                                                                    + e.getAttribute("Extension")
                                                                            .toLowerCase()))
                            .forEach(known::add);
            }
        } catch (SAXException e) {
            faults.add(TYPES + ": cannot be read");
        }
        for (String part : parts.keySet()) {
            if (!known.contains(part)) faults.add(part + ": no content type");
            if (!reached.contains(part)) faults.add(part + ": nothing leads to it");
        }
    }
}
