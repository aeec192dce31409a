"""Checks the layout of an image (OCI), and unpacks it: unpack_image.py IMAGE.tar FOLDER

Beside the folder it writes FOLDER.entrypoint and FOLDER.environment, the words of its configuration.
"""

import hashlib
import json
import pathlib
import sys
import tarfile
import gzip

image, folder = tarfile.open(sys.argv[1]), pathlib.Path(sys.argv[2])


def read(name):
    return image.extractfile(name).read()


def blob(descriptor):
    algorithm, digest = descriptor["digest"].split(":")
    data = read(f"blobs/{algorithm}/{digest}")
    assert hashlib.new(algorithm, data).hexdigest() == digest, descriptor
    assert len(data) == descriptor["size"], descriptor
    return data


assert json.loads(read("oci-layout"))["imageLayoutVersion"] == "1.0.0"
index = json.loads(read("index.json"))
assert index["schemaVersion"] == 2 and len(index["manifests"]) == 1, index
manifest = json.loads(blob(index["manifests"][0]))
assert manifest["config"]["mediaType"] == "application/vnd.oci.image.config.v1+json", manifest
config = json.loads(blob(manifest["config"]))
assert config["os"] == "linux" and config["config"]["User"] == "7070:7070", config
assert sorted(config["config"]["Volumes"]) == ["/index", "/models"], config

folder.mkdir()
layers = manifest["layers"]
assert len(layers) == len(config["rootfs"]["diff_ids"])
for layer, expected in zip(layers, config["rootfs"]["diff_ids"]):
    assert layer["mediaType"] == "application/vnd.oci.image.layer.v1.tar+gzip", layer
    data = gzip.decompress(blob(layer))
    assert "sha256:" + hashlib.sha256(data).hexdigest() == expected, layer
    (folder.parent / "layer.tar").write_bytes(data)
    with tarfile.open(folder.parent / "layer.tar") as files:
        files.extractall(folder)
    print(len(layer["digest"]), layer["size"], expected)
(folder.parent / "layer.tar").unlink()
pathlib.Path(f"{folder}.entrypoint").write_text(" ".join(config["config"]["Entrypoint"]))
pathlib.Path(f"{folder}.environment").write_text(" ".join(config["config"]["Env"]))
