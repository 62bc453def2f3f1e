package vn.langso.infrastructure;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.places.PlaceKind;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/**
 * The things of villages, lanes among them.
 *
 * <p>Reading needs {@code infrastructure.read} for the place, changes need {@code infrastructure.edit} for the village and leave an audit row. Refusals carry all problems at once ({@code INF-…},
 * each at its field); a version that is no longer current is refused with {@code INF-003}. Each method is one transaction.
 */
@Service
public class Infrastructure {

    static final String EDIT = "infrastructure.edit";
    static final String READ = "infrastructure.read";

    private final AssetStore assets;
    private final Places places;
    private final Audit audit;
    private final InstantSource clock;

    Infrastructure(AssetStore assets, Places places, Audit audit, InstantSource clock) {
        this.assets = assets;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** Records a thing of a village and returns its id. */
    @Transactional
    public UUID addAsset(Caller caller, UUID village, AssetDetails details) {
        requireVillage(caller, village);
        AssetDetails clean = Cleaning.of(details);
        refuseIfAny(InfrastructureRules.check(clean, today()));
        UUID id = Ids.next();
        refuseTakenName(clean, () -> assets.insert(id, village, clean));
        audit.changed(caller, new Change(action("add", clean), village, subject(clean), id, null, clean));
        return id;
    }

    /** Corrects or completes a thing; a last day in {@code details} closes it. */
    @Transactional
    public void changeAsset(Caller caller, UUID id, int version, AssetDetails details) {
        Asset before = asset(id);
        requireVillage(caller, before.placeId());
        AssetDetails clean = Cleaning.of(details);
        refuseIfAny(InfrastructureRules.check(clean, today()));
        refuseTakenName(clean, () -> refuseUnless(assets.update(id, version, clean)));
        audit.changed(
                caller,
                new Change(action("change", clean), before.placeId(), subject(clean), id, before.details(), clean));
    }

    /** Takes a thing out of use after its last day; earlier days still show it. */
    @Transactional
    public void closeAsset(Caller caller, UUID id, int version, LocalDate lastDay) {
        changeAsset(caller, id, version, asset(id).details().until(lastDay));
    }

    /** Removes a thing that was recorded by mistake, from all days; the audit keeps what it said. */
    @Transactional
    public void removeAsset(Caller caller, UUID id, int version) {
        Asset before = asset(id);
        requireVillage(caller, before.placeId());
        refuseUnless(assets.delete(id, version));
        audit.changed(
                caller,
                new Change(
                        action("remove", before.details()),
                        before.placeId(),
                        subject(before.details()),
                        id,
                        before.details(),
                        null));
    }

    /** The thing, for callers who may read its village; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<Asset> findAsset(Caller caller, UUID id) {
        Optional<Asset> found = assets.find(id);
        found.ifPresent(asset -> caller.require(READ, asset.placeId()));
        return found;
    }

    /**
     * The things of these kinds below the place as the tree stood on the day, also those no longer or not yet in use; by id, after one id.
     */
    @Transactional(readOnly = true)
    public List<Asset> assets(Caller caller, AssetQuestion question, @Nullable UUID after, int limit) {
        caller.require(READ, question.placeId());
        Set<UUID> villages = places.tree().villagesUnder(question.placeId(), question.on());
        return assets.under(villages, question.kinds(), after, limit);
    }

    /** Under which name the audit keeps what happened to it. */
    static String subject(AssetDetails details) {
        return details.isLane() ? "lane" : "asset";
    }

    private static String action(String verb, AssetDetails details) {
        return "infrastructure." + verb + "-" + subject(details);
    }

    private Asset asset(UUID id) {
        return assets.find(id)
                .orElseThrow(() -> Problem.of(InfrastructureProblem.UNKNOWN).asException());
    }

    private void requireVillage(Caller caller, UUID village) {
        caller.require(EDIT, village);
        if (places.tree().get(village).kind() != PlaceKind.VILLAGE) {
            throw Problem.of(InfrastructureProblem.ONLY_VILLAGES).asException();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }

    private static void refuseIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static void refuseUnless(boolean current) {
        if (!current) {
            throw Problem.of(InfrastructureProblem.CHANGED_MEANWHILE).asException();
        }
    }

    private static void refuseTakenName(AssetDetails asset, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException taken) {
            throw Problem.at("name", InfrastructureProblem.NAME_TAKEN, asset.name())
                    .asException();
        }
    }
}
