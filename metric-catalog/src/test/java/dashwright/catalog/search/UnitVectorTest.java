package dashwright.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnitVectorTest {
    @Test
    void comparesDirectionsWhateverTheLengths() {
        UnitVector east = UnitVector.of(new float[] {7, 0});
        assertThat(east.cosine(UnitVector.of(new float[] {1e-30f, 0}))).isCloseTo(1, within(1e-6));
        assertThat(east.cosine(UnitVector.of(new float[] {0, 1e30f}))).isZero();
        assertThat(east.cosine(UnitVector.of(new float[] {-2, 0}))).isCloseTo(-1, within(1e-6));
        assertThat(east.cosine(UnitVector.of(new float[] {1, 1}))).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void refusesWhatHasNoDirection() {
        assertThatThrownBy(() -> UnitVector.of(new float[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> UnitVector.of(new float[3])).hasMessageContaining("zeros");
        assertThatThrownBy(() -> UnitVector.of(new float[] {1, Float.NaN})).hasMessageContaining("not finite");
        assertThatThrownBy(() -> UnitVector.of(new float[] {1, Float.NEGATIVE_INFINITY}))
                .hasMessageContaining("not finite");
    }

    @Test
    void refusesToCompareVectorsOfDifferentModels() {
        UnitVector two = UnitVector.of(new float[] {1, 0});
        assertThatThrownBy(() -> two.cosine(UnitVector.of(new float[] {1, 0, 0})))
                .hasMessage("vectors of 2 and 3 numbers cannot be compared");
    }

    @Test
    void cannotBeChangedFromOutside() {
        float[] numbers = {1, 0};
        UnitVector vector = UnitVector.of(numbers);
        numbers[0] = 5;
        vector.toArray()[0] = 9;
        assertThat(vector.toArray()).containsExactly(1, 0);
        assertThat(vector.dimensions()).isEqualTo(2);
    }
}
