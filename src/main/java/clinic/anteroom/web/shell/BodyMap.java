package clinic.anteroom.web.shell;

import clinic.anteroom.intake.Option;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two figures, front and back, drawn from the options of a question about places: only places that can be ticked in the
 * list are drawn. The figures are plain blocks with a large head, so that every place is a target of 44 by 44 pixels on
 * the narrowest phone. Sides are not told apart: people mix them up on a drawing, and are asked in words.
 */
public final class BodyMap {

    private static final int WORTH_DRAWING = 8;

    /**
     * A block of a figure.
     *
     * @param code the option it ticks
     */
    public record Block(String code, int x, int y, int width, int height) {
    }

    /** A figure in a field of 280 by 584. */
    public record Figure(String name, List<Block> blocks) {
    }

    private static final List<Block> LIMBS = List.of(
            new Block("SHOULDER", 34, 198, 56, 46), new Block("SHOULDER", 190, 198, 56, 46),
            new Block("UPPER_ARM", 26, 246, 48, 66), new Block("UPPER_ARM", 206, 246, 48, 66),
            new Block("FOREARM", 18, 314, 48, 68), new Block("FOREARM", 214, 314, 48, 68),
            new Block("HAND_FINGERS", 12, 384, 50, 50), new Block("HAND_FINGERS", 218, 384, 50, 50),
            new Block("CALF_SHIN", 92, 446, 46, 84), new Block("CALF_SHIN", 142, 446, 46, 84),
            new Block("FOOT_TOES", 80, 532, 58, 48), new Block("FOOT_TOES", 142, 532, 58, 48));

    private static final List<Block> FRONT = List.of(
            new Block("EYELID", 88, 2, 104, 48), new Block("FACE_MOUTH", 88, 52, 104, 46), new Block("TONGUE", 104, 100, 72, 46),
            new Block("NECK", 112, 148, 56, 48), new Block("CHEST", 92, 198, 96, 66), new Block("ABDOMEN", 92, 266, 96, 76),
            new Block("THIGH", 88, 344, 50, 100), new Block("THIGH", 142, 344, 50, 100));

    private static final List<Block> BACK = List.of(
            new Block("NECK", 112, 148, 56, 48), new Block("UPPER_BACK", 92, 198, 96, 66), new Block("LOWER_BACK", 92, 266, 96, 54),
            new Block("BUTTOCK_HIP", 86, 322, 108, 50), new Block("THIGH", 88, 374, 50, 70), new Block("THIGH", 142, 374, 50, 70));

    private BodyMap() {
    }

    /** The figures for these options; none if too few of them are places of the body. */
    public static List<Figure> of(List<Option> options) {
        Set<String> offered = options.stream().map(Option::code).collect(Collectors.toSet());
        List<Figure> figures = List.of(figure("front", FRONT, offered), figure("back", BACK, offered));
        long places = figures.stream().flatMap(figure -> figure.blocks().stream()).map(Block::code).distinct().count();
        return places < WORTH_DRAWING ? List.of() : figures;
    }

    private static Figure figure(String name, List<Block> trunk, Set<String> offered) {
        return new Figure(name, Stream.concat(trunk.stream(), LIMBS.stream())
                .filter(block -> offered.contains(block.code())).toList());
    }
}
