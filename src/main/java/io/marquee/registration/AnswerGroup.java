package io.marquee.registration;

import io.marquee.platform.web.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a form that belong together, for {@code registration/answers.jte}.
 *
 * @param title whom they are about; null where there is nobody else
 */
public record AnswerGroup(@Nullable String title, List<Field> fields) {}
