package plumbline.screen.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class ActiveBindingTest {
    private final ObjectProperty<Integer> one = new SimpleObjectProperty<>(1);
    private final ObjectProperty<Integer> other = new SimpleObjectProperty<>(10);
    private final List<Integer> computed = new ArrayList<>();
    private final ActiveBinding sum =
            new ActiveBinding(() -> computed.add(one.get() + other.get()), one, other);

    @Test
    void itComputesAtOnceAndAtEachChange() {
        one.set(2);
        other.set(20);
        assertEquals(List.of(11, 12, 22), computed);
    }

    @Test
    void whileItRestsItComputesNothing() {
        sum.deactivate();
        one.set(2);
        other.set(20);
        assertEquals(List.of(11), computed);
    }

    @Test
    void wakingItCatchesUpInOneGo() {
        sum.deactivate();
        one.set(2);
        other.set(20);
        sum.activate();
        one.set(3);
        assertEquals(List.of(11, 22, 23), computed);
    }

    @Test
    void wakingWithoutAChangeComputesNothing() {
        sum.deactivate();
        sum.activate();
        sum.activate();
        assertEquals(List.of(11), computed);
    }

    @Test
    void closedItFollowsNoMore() {
        sum.close();
        one.set(2);
        sum.activate();
        assertEquals(List.of(11), computed);
    }
}
