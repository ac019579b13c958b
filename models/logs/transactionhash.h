#pragma once

#include <QByteArrayView>

namespace evident {

/// Which of a record's ids the column of transactions has. It stands in a hash's lowest bits, so that ids of two kinds
/// are never equal.
enum class IdKind : quint8 {
    None, ///< the hash is 0
    Transaction,
    Activity, ///< of a record without a transaction's
    Unclear, ///< of a record that gives several, or none as a text: only the record itself tells which counts
};

constexpr IdKind idKind(quint64 hash)
{
    return IdKind(hash & 3);
}

/// Whether this is what tools write where there is no id: nothing, "-", "null", "n/a", or zeros alone. Records that
/// have it in common have nothing in common.
bool isNoId(QByteArrayView id);

/// What the column has of an id: the same for ids that differ in case alone. Ids that are not the same may, by a rare
/// chance, have the same hash.
quint64 transactionHash(IdKind kind, QByteArrayView id);

} // namespace evident
