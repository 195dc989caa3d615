package plumbline.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the places stand in the bar at the left: by what the officer does there. */
public enum ScreenPlaceGroup {
    WORK(ScreenPlace.INDICATORS, ScreenPlace.TASKS, ScreenPlace.PROBLEMS),
    COLLECTION(ScreenPlace.IMPORTING),
    CHECKING(ScreenPlace.CHECKS, ScreenPlace.PROOFREADING),
    RESULTS(ScreenPlace.CHARTS, ScreenPlace.REPORTING, ScreenPlace.SNAPSHOTS, ScreenPlace.ANALYSIS);

    private final List<ScreenPlace> places;

    ScreenPlaceGroup(ScreenPlace... places) {
        this.places = List.of(places);
    }

    public List<ScreenPlace> places() {
        return places;
    }

    /** Empty for the places that stand alone, above and below the groups. */
    public static Optional<ScreenPlaceGroup> groupOf(ScreenPlace place) {
        return Stream.of(values()).filter(g -> g.places.contains(place)).findFirst();
    }

    /** All places in the order in which they stand. */
    public static List<ScreenPlace> placesInOrder() {
        return Stream.of(
                        Stream.of(ScreenPlace.START, ScreenPlace.OVERVIEW),
                        Stream.of(values()).flatMap(g -> g.places.stream()),
                        Stream.of(ScreenPlace.SETTINGS))
                .flatMap(s -> s)
                .toList();
    }
}
