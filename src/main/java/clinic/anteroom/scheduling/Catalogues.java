package clinic.anteroom.scheduling;

import clinic.anteroom.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/**
 * The catalogue as it is now. One row tells whether the one in memory still holds; every change of the catalogue's tables
 * gives that row another version, in the changer's own transaction.
 */
@ApplicationScoped
class Catalogues {

    @PersistenceContext
    EntityManager entities;

    @Inject
    CatalogueShelf shelf;

    /** The catalogue of this moment. */
    Catalogue now() {
        return at(Rows.id(entities.createNativeQuery("select version from catalogue_version").getSingleResult()));
    }

    /** The one in memory if it has this kind of visit, whether or not it still holds; the one of this moment otherwise. */
    Catalogue known(String visitType) {
        return shelf.last().filter(last -> last.find(visitType).isPresent()).orElseGet(this::now);
    }

    /** The catalogue of a version that was just read. */
    Catalogue at(UUID version) {
        return shelf.last().filter(known -> known.version().equals(version)).orElseGet(() -> read(version));
    }

    /** The version is read before the rows: rows that are newer than it are read again, and never the other way round. */
    private Catalogue read(UUID version) {
        CatalogueRows rows = new CatalogueRows(entities);
        Catalogue read = new Catalogue(version, rows.visitTypes(), rows.policies(), rows.lengthRules(), rows.resources(), new HourRows(entities).hours());
        shelf.put(read);
        return read;
    }
}
