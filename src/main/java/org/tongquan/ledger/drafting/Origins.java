package org.tongquan.ledger.drafting;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tongquan.host.Acting;
import org.tongquan.kernel.Actor;

/// The door of origins: the sentence and the document that a commitment was read from. Bodies of
/// the region see them; a commitment whose text came with the compact has none.
@Service
public class Origins {
    private final Acting acting;
    private final ReadDocuments documents;

    Origins(Acting acting, ReadDocuments documents) {
        this.acting = acting;
        this.documents = documents;
    }

    /// The sentence that a commitment was read from, if a document was read for it.
    public Optional<Origin> of(Actor actor, String region, String commitment) {
        return acting.read(actor, () -> documents.origin(region, commitment));
    }

    /// A document that commitments were adopted from; empty for who may not see it.
    public Optional<ReadDocument> find(Actor actor, UUID document) {
        return acting.read(actor, () -> documents.find(document));
    }
}
