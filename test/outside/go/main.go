// Command outside verifies a Servanda export with golang.org/x/mod/sumdb and filippo.io/mldsa: another language, another
// Merkle tree, another note, another ML-DSA. It shares no code with what wrote the export. Exit code 0: everything holds.
package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"filippo.io/mldsa"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// generation is the cosigning keys of a side at one time; Until is the size up to which they count once others follow.
type generation struct {
	Witness, Mirror string
	Witness2        string `json:"witness-ml-dsa-44"`
	Mirror2         string `json:"mirror-ml-dsa-44"`
	Until           *int64
}

// closed is an epoch of a log before that of now, and the state in which it was closed.
type closed struct {
	Log, Root string
	Size      int64
}

type keys struct {
	Root, Log string
	generation
	Earlier []generation
	Epochs  []closed
}

// generations lists the cosigning keys, those of now first.
func (k keys) generations() []generation {
	return append([]generation{k.generation}, k.Earlier...)
}

// logFor finds the key of the epoch of that name, which must be one that signs states of that size.
func (k keys) logFor(origin string, size int64) (note.Verifier, error) {
	base := int64(0)
	for _, one := range append(append([]closed{}, k.Epochs...), closed{Log: k.Log, Size: -1}) {
		log, err := note.NewVerifier(one.Log)
		if err != nil {
			return nil, err
		}
		if log.Name() == origin {
			if size <= base && (size != 0 || base != 0) || one.Size >= 0 && size > one.Size {
				return nil, fmt.Errorf("%s does not sign %d entries", origin, size)
			}
			return log, nil
		}
		base = one.Size
	}
	return nil, fmt.Errorf("no epoch is called %s", origin)
}

type export struct {
	Format, Agreement string
	Sides             []string
}

type header struct {
	Agreement, Kind, By string
	Seen                struct {
		Origin, Root string
		Size         int64
	}
	Parts []struct{ Name, Commitment string }
}

// cosigner verifies timestamped cosignatures of c2sp.org/tlog-cosignature: Ed25519, type 0x04, or ML-DSA-44, 0x06.
type cosigner struct {
	name   string
	hash   uint32
	key    ed25519.PublicKey
	second *mldsa.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if c.second != nil {
		signed, err := subtreeMessage(c.name, msg, sig)
		return err == nil && mldsa.Verify(c.second, signed, sig[8:], nil) == nil
	}
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

func newCosigner(vkey string) (note.Verifier, error) {
	fields := strings.SplitN(vkey, "+", 3)
	if len(fields) != 3 {
		return nil, fmt.Errorf("malformed key %q", vkey)
	}
	material, err := base64.StdEncoding.DecodeString(fields[2])
	isFirst := err == nil && len(material) == 1+ed25519.PublicKeySize && material[0] == 0x04
	isSecond := err == nil && len(material) == 1+mldsa.MLDSA44PublicKeySize && material[0] == 0x06
	if !isFirst && !isSecond {
		return nil, fmt.Errorf("no cosignature key: %q", vkey)
	}
	sum := sha256.Sum256(append([]byte(fields[0]+"\n"), material...))
	hash := binary.BigEndian.Uint32(sum[:])
	if fmt.Sprintf("%08x", hash) != fields[1] {
		return nil, fmt.Errorf("key id of %q does not follow", vkey)
	}
	if isSecond {
		key, err := mldsa.NewPublicKey(mldsa.MLDSA44(), material[1:])
		return cosigner{name: fields[0], hash: hash, second: key}, err
	}
	return cosigner{name: fields[0], hash: hash, key: material[1:]}, nil
}

// subtreeMessage builds what an ML-DSA-44 cosignature signs, the structure cosigned_message.
func subtreeMessage(name string, msg, sig []byte) ([]byte, error) {
	lines := strings.Split(string(msg), "\n")
	if len(lines) != 4 || len(sig) != 8+mldsa.MLDSA44SignatureSize || len(name) > 255 || len(lines[0]) > 255 {
		return nil, errors.New("no checkpoint, or no ML-DSA-44 cosignature")
	}
	size, err := strconv.ParseUint(lines[1], 10, 64)
	if err != nil {
		return nil, err
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return nil, err
	}
	signed := append([]byte("subtree/v1\n\x00"), byte(len(name)))
	signed = append(append(signed, name...), sig[:8]...)
	signed = append(append(signed, byte(len(lines[0]))), lines[0]...)
	signed = binary.BigEndian.AppendUint64(signed, 0)
	signed = binary.BigEndian.AppendUint64(signed, size)
	return append(signed, root[:]...), nil
}

// openCheckpoint requires the signature of the log in its epoch and all keys of one generation of the other side that
// counts for that size; and nobody else's.
func openCheckpoint(data []byte, own, other keys) (tlog.Tree, string, error) {
	none := tlog.Tree{}
	lines := strings.SplitN(string(data), "\n", 4)
	if len(lines) != 4 || !strings.HasPrefix(lines[3], "\n") {
		return none, "", fmt.Errorf("unexpected checkpoint %q", data)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return none, "", err
	}
	log, err := own.logFor(lines[0], size)
	if err != nil {
		return none, "", err
	}
	verifiers := []note.Verifier{log}
	var counting [][]string
	for _, of := range other.generations() {
		if of.Until != nil && size > *of.Until {
			continue
		}
		var names []string
		for _, vkey := range []string{of.Mirror, of.Witness, of.Mirror2, of.Witness2} {
			verifier, err := newCosigner(vkey)
			if err != nil {
				return none, "", err
			}
			verifiers = append(verifiers, verifier)
			names = append(names, verifier.Name())
		}
		counting = append(counting, names)
	}
	opened, err := note.Open(data, note.VerifierList(verifiers...))
	if err != nil {
		return none, "", err
	}
	signed := map[string]bool{}
	for _, sig := range opened.Sigs {
		signed[sig.Name] = true
	}
	isWhole := slices.ContainsFunc(counting, func(names []string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { return !signed[name] })
	})
	if !signed[log.Name()] || !isWhole || len(opened.UnverifiedSigs) != 0 {
		return none, "", fmt.Errorf("%d signatures verify, %d do not", len(opened.Sigs), len(opened.UnverifiedSigs))
	}
	root, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: root}, lines[0], err
}

// checkPolicy requires the policy of a log to name its keys and, as quorum, both keys of a mirror of the other side.
func checkPolicy(data []byte, own, other keys, otherSide string) error {
	want := "log " + own.Log + "\n"
	for _, one := range slices.Backward(own.Epochs) {
		want += "log " + one.Log + "\n"
	}
	var groups, names []string
	for i, of := range other.generations() {
		name := otherSide + "-mirror"
		if i > 0 {
			name = fmt.Sprintf("%s-before-%d", name, i)
		}
		want += fmt.Sprintf("witness %[1]s %[2]s\nwitness %[1]s-2 %[3]s\n", name, of.Mirror, of.Mirror2)
		groups = append(groups, fmt.Sprintf("group %[1]s-keys all %[1]s %[1]s-2\n", name))
		names = append(names, name+"-keys")
	}
	want += strings.Join(groups, "")
	quorum := names[0]
	if len(names) > 1 {
		quorum = otherSide + "-mirror-of-any-time"
		want += fmt.Sprintf("group %s any %s\n", quorum, strings.Join(names, " "))
	}
	want += "quorum " + quorum + "\n"
	if string(data) != want {
		return fmt.Errorf("the policy is %q", data)
	}
	return nil
}

// tiles reads tile files under c2sp.org/tlog-tiles names: those of sumdb without the height.
type tiles struct{ folder string }

func (t tiles) Height() int                     { return 8 }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) path(tile tlog.Tile) string {
	return filepath.Join(t.folder, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range wanted {
		data, err := os.ReadFile(t.path(tile))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

func readEntries(folder string, size int64) ([][]byte, error) {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := int(min(256, size-n*256))
		name := strings.Replace(tlog.Tile{H: 8, L: 0, N: n, W: width}.Path(), "tile/8/0/", "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		for range width {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				return nil, fmt.Errorf("%s ends early", name)
			}
			end := 2 + int(binary.BigEndian.Uint16(data))
			entries = append(entries, data[2:end])
			data = data[end:]
		}
		if len(data) != 0 {
			return nil, fmt.Errorf("%s has %d bytes too many", name, len(data))
		}
	}
	return entries, nil
}

// checkTree proves every entry through the tiles of the export, then compares each tile with one made from the entries.
func checkTree(folder string, tree tlog.Tree, entries [][]byte, epochs []closed) error {
	reader := tlog.TileHashReader(tree, tiles{folder})
	var stored []tlog.Hash
	memory := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, i := range indexes {
			hashes = append(hashes, stored[i])
		}
		return hashes, nil
	})
	for i, entry := range entries {
		proof, err := tlog.ProveRecord(tree.N, int64(i), reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, int64(i), tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("entry %d: %w", i, err)
		}
		grown, err := tlog.StoredHashes(int64(i), entry, memory)
		if err != nil {
			return err
		}
		stored = append(stored, grown...)
	}
	root, err := tlog.TreeHash(tree.N, memory)
	if err != nil || root != tree.Hash {
		return fmt.Errorf("the entries hash to %v, not %v (%v)", root, tree.Hash, err)
	}
	for _, one := range epochs {
		if one.Size > tree.N {
			continue
		}
		root, err := tlog.TreeHash(one.Size, memory)
		if err != nil || root.String() != one.Root {
			return fmt.Errorf("the first %d entries hash to %v, not to that in which they were closed", one.Size, root)
		}
	}
	last := map[[2]int64]tlog.Tile{}
	for _, tile := range tlog.NewTiles(8, 0, tree.N) {
		last[[2]int64{int64(tile.L), tile.N}] = tile
	}
	for _, tile := range last {
		made, err := tlog.ReadTileData(tile, memory)
		if err != nil {
			return err
		}
		held, err := os.ReadFile(tiles{folder}.path(tile))
		if err != nil || string(held) != string(made) {
			return fmt.Errorf("%s is not the tile of the entries (%v)", tiles{folder}.path(tile), err)
		}
	}
	return nil
}

// checkActs verifies every act's signature by a key that the log had admitted before it, and every part given.
func checkActs(folder, agreement string, own, other keys, entries [][]byte) error {
	root, err := note.NewVerifier(own.Root)
	if err != nil {
		return err
	}
	known := []note.Verifier{root}
	noted := int64(0)
	begun := map[string]bool{}
	for i, entry := range entries {
		if !strings.HasPrefix(string(entry), "servanda/act/v1\n") {
			// No act: a checkpoint of the other log, signed by it and cosigned by this side.
			tree, _, err := openCheckpoint(entry, other, own)
			if err != nil || tree.N <= noted {
				return fmt.Errorf("entry %d notes %d after %d: %v", i, tree.N, noted, err)
			}
			noted = tree.N
			continue
		}
		opened, err := note.Open(entry, note.VerifierList(known...))
		if err != nil {
			return fmt.Errorf("act %d: %w", i, err)
		}
		line, found := strings.CutPrefix(opened.Text, "servanda/act/v1\n")
		var said header
		if !found || json.Unmarshal([]byte(line), &said) != nil || said.Agreement != agreement {
			return fmt.Errorf("act %d is none of %s", i, agreement)
		}
		for _, part := range said.Parts {
			path := filepath.Join(folder, "parts", strconv.Itoa(i), part.Name)
			data, err := os.ReadFile(path)
			salt, errSalt := os.ReadFile(path + ".salt")
			if errors.Is(err, os.ErrNotExist) && errors.Is(errSalt, os.ErrNotExist) {
				continue
			}
			if err := errors.Join(err, errSalt); err != nil {
				return err
			}
			sum := sha256.Sum256([]byte("servanda/part/v1\x00" + string(salt) + string(data)))
			if base64.RawURLEncoding.EncodeToString(sum[:]) != part.Commitment || len(salt) != 32 {
				return fmt.Errorf("act %d: the part %s does not open its commitment", i, part.Name)
			}
			var body struct{ Key, Log string }
			if part.Name == "body" && (said.Kind == "key.admitted/1" || said.Kind == "body.designated/1") {
				if err := json.Unmarshal(data, &body); err != nil {
					return err
				}
				key, err := note.NewVerifier(body.Key)
				if err != nil {
					return fmt.Errorf("act %d admits a key: %w", i, err)
				}
				known = append(known, key)
			}
			if part.Name == "body" && said.Kind == "epoch.begun/1" && strings.HasSuffix(said.By, ":root") {
				if err := json.Unmarshal(data, &body); err != nil {
					return err
				}
				begun[body.Log] = true
			}
		}
	}
	for i := range own.Epochs {
		// Each epoch after the first was begun by the root, or nothing of it stands here yet.
		next := own.Log
		if i+1 < len(own.Epochs) {
			next = own.Epochs[i+1].Log
		}
		if int64(len(entries)) > own.Epochs[i].Size && !begun[next] {
			return fmt.Errorf("the root has not begun %s", next)
		}
	}
	return nil
}

func check(folder string) error {
	var about export
	var trust map[string]keys
	for name, into := range map[string]any{"export.json": &about, "trust.json": &trust} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		if err := json.Unmarshal(data, into); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	formats := []string{"servanda/export/v2", "servanda/export/v3", "servanda/export/v4"}
	if !slices.Contains(formats, about.Format) || len(about.Sides) != 2 {
		return fmt.Errorf("no export of two sides: %+v", about)
	}
	for i, side := range about.Sides {
		own, other := trust[side], trust[about.Sides[1-i]]
		log := filepath.Join(folder, side)
		data, err := os.ReadFile(filepath.Join(log, "checkpoint"))
		if err != nil {
			return err
		}
		tree, origin, err := openCheckpoint(data, own, other)
		if err != nil {
			return fmt.Errorf("%s checkpoint: %w", side, err)
		}
		policy, err := os.ReadFile(filepath.Join(log, "policy"))
		if err == nil {
			err = checkPolicy(policy, own, other, about.Sides[1-i])
		}
		if err != nil {
			return fmt.Errorf("%s policy: %w", side, err)
		}
		entries, err := readEntries(log, tree.N)
		if err != nil {
			return fmt.Errorf("%s: %w", side, err)
		}
		if err := checkTree(log, tree, entries, own.Epochs); err != nil {
			return fmt.Errorf("%s tree: %w", side, err)
		}
		if err := checkActs(log, about.Agreement, own, other, entries); err != nil {
			return fmt.Errorf("%s: %w", side, err)
		}
		fmt.Printf("ok %s %s %d %v\n", side, origin, tree.N, tree.Hash)
	}
	return nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: outside EXPORT")
		os.Exit(2)
	}
	if err := check(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
}
