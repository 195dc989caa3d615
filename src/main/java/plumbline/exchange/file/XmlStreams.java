package plumbline.exchange.file;

import plumbline.base.Problem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of a stranger step by step. A document type is refused: with it go entities, external
 * or multiplied. Names are compared without their namespaces, which differ between the two dialects
 * of Office files.
 */
final class XmlStreams {
    private static final XMLInputFactory FACTORY = createFactory();

    private XmlStreams() {}

    private static XMLInputFactory createFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        return factory;
    }

    /**
     * Of bytes in UTF-8, or UTF-16 with its mark: the two that parts of Office files may be in.
     * Bytes that are neither are refused.
     */
    static XMLStreamReader openStream(InputStream in) throws IOException, XMLStreamException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 15);
        bytes.mark(4);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        boolean wide = first == 0xfe && second == 0xff || first == 0xff && second == 0xfe;
        Reader text =
                new InputStreamReader(
                        bytes,
                        (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder());
        return openStream(first == 0xef ? withoutByteOrderMark(text) : text);
    }

    /** Past the mark of UTF-8. */
    private static Reader withoutByteOrderMark(Reader text) throws IOException {
        PushbackReader back = new PushbackReader(text);
        int first = back.read();
        if (first >= 0 && first != 0xfeff) back.unread(first);
        return back;
    }

    static XMLStreamReader openStream(Reader text) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(text);
        }
    }

    /**
     * The next event.
     *
     * @throws XMLStreamException if the text is no XML, or has a document type
     */
    static int nextEvent(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE)
            throw new XMLStreamException("a document type");
        return event;
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    static Optional<String> findAttribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++)
            if (xml.getAttributeLocalName(i).equals(name))
                return Optional.of(xml.getAttributeValue(i));
        return Optional.empty();
    }

    /** An attribute that has a namespace, {@code r:id} beside {@code id}. */
    static Optional<String> findQualifiedAttribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean named =
                    xml.getAttributeLocalName(i).equals(name)
                            && xml.getAttributeNamespace(i) != null
                            && !xml.getAttributeNamespace(i).isEmpty();
            if (named) return Optional.of(xml.getAttributeValue(i));
        }
        return Optional.empty();
    }

    /** A whole number from 0; empty where there is none, or one too long to be meant. */
    static Optional<Integer> findNumberAttribute(XMLStreamReader xml, String name) {
        return findAttribute(xml, name).filter(n -> n.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** An attribute of 1, true or on. */
    static boolean isSwitchedOn(XMLStreamReader xml, String name) {
        return findAttribute(xml, name)
                .filter(v -> v.equals("1") || v.equals("true") || v.equals("on"))
                .isPresent();
    }

    /**
     * The text of an element to its end, without the elements in it; refused once it is longer than
     * may be.
     */
    static String readElementText(XMLStreamReader xml, ReadBudget budget)
            throws Problem, XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = nextEvent(xml);
                event != XMLStreamConstants.END_ELEMENT;
                event = nextEvent(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) skipElement(xml);
            if (!isText(event)) continue;
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            if (text.length() > budget.limits().letters()) budget.takeText(text.length());
        }
        return text.toString();
    }

    /** Past the end of the element the reader stands at the beginning of. */
    static void skipElement(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = nextEvent(xml);
            if (event == XMLStreamConstants.START_ELEMENT) depth++;
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
    }
}
