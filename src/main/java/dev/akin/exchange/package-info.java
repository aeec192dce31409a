/// Vectors as files between machines and programs: written by `akin embed`, made elsewhere, and
/// loaded into an index. Start with [VectorFolder], which finds the files in a folder, and
/// [LoadedVectors], which checks them all before one is used. [VectorParts] is the folder that
/// `akin embed` fills.
///
/// It knows texts by their keys only: it neither reads papers nor runs a model.
@NullMarked
package dev.akin.exchange;

import org.jspecify.annotations.NullMarked;
