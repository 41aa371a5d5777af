package io.marquee.feedback;

import java.util.List;

/**
 * What was said, counted.
 *
 * @param asked how many people
 * @param ratings how many gave 1, 2, 3, 4 and 5
 */
public record FeedbackSummary(int asked, List<Integer> ratings) {
    public FeedbackSummary {
        ratings = List.copyOf(ratings);
    }

    public int answered() {
        return ratings.stream().mapToInt(Integer::intValue).sum();
    }

    /** From 1 to 5; 0 where nobody has answered. */
    public double average() {
        int sum = 0;
        for (int i = 0; i < ratings.size(); i++) sum += (i + 1) * ratings.get(i);
        return answered() == 0 ? 0 : (double) sum / answered();
    }
}
