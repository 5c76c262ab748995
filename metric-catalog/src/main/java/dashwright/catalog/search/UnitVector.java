package dashwright.catalog.search;

/** A direction in a model's space of meanings, of length 1. Immutable. */
public final class UnitVector {
    private final float[] numbers;

    private UnitVector(float[] numbers) {
        this.numbers = numbers;
    }

    /**
     * The direction of a vector of any length.
     *
     * @throws IllegalArgumentException where it has none: no numbers, all of them zero, or one that is no finite number
     */
    public static UnitVector of(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        // A number that is none makes the sum one that is none either.
        if (!Double.isFinite(squares)) {
            throw new IllegalArgumentException("a vector holds a number that is not finite");
        }
        if (squares == 0) {
            throw new IllegalArgumentException(vector.length == 0 ? "a vector is empty" : "a vector is all zeros");
        }
        double length = Math.sqrt(squares);
        float[] numbers = new float[vector.length];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = (float) (vector[at] / length);
        }
        return new UnitVector(numbers);
    }

    /** How many numbers it has. */
    public int dimensions() {
        return numbers.length;
    }

    /**
     * The cosine of the angle between two: 1 for the same direction, 0 for directions that have nothing in common.
     *
     * @throws IllegalArgumentException where they are of different spaces
     */
    public double cosine(UnitVector other) {
        if (other.numbers.length != numbers.length) {
            throw new IllegalArgumentException(
                    "vectors of " + numbers.length + " and " + other.numbers.length + " numbers cannot be compared");
        }
        double sum = 0;
        for (int at = 0; at < numbers.length; at++) {
            sum += (double) numbers[at] * other.numbers[at];
        }
        return Math.clamp(sum, -1, 1);
    }

    /** A copy of its numbers. */
    public float[] toArray() {
        return numbers.clone();
    }
}
