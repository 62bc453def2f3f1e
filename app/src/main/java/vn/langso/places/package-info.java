/**
 * Where people live and who is responsible for it: provinces, districts, communes and villages with their dates.
 *
 * <p>Owns the schema {@code places}: places, their dated names, parents and successions, and the decisions that changed them. A code
 * alone does not say which area is meant (15271 was a town until 30/06/2025 and is a larger commune since), so places are known by id and
 * found by code and date. Does not own anything that happens in a place.
 *
 * <p>Source: Decision 19/2025/QĐ-TTg (codes); Resolution 1686/NQ-UBTVQH15, in force 01/07/2025 (communes of Thanh Hóa).
 */
@ApplicationModule(
        displayName = "Places",
        allowedDependencies = {"kernel", "shell", "audit"})
@NullMarked
package vn.langso.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
