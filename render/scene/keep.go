package scene

// kept is a store of work done, that forgets what the latest layouts did not
// ask for.
type kept[K comparable, V any] struct {
	entries map[K]*keptEntry[V]
	layout  int // counts layouts
	used    int // entries the present layout has asked for
}

type keptEntry[V any] struct {
	value V
	used  int // the layout that asked for it last
}

// get gives what is kept under a key.
func (k *kept[K, V]) get(key K) (V, bool) {
	e, ok := k.entries[key]
	if !ok {
		var none V
		return none, false
	}
	if e.used != k.layout {
		e.used = k.layout
		k.used++
	}
	return e.value, true
}

// put keeps a value.
func (k *kept[K, V]) put(key K, value V) {
	if k.entries == nil {
		k.entries = map[K]*keptEntry[V]{}
	}
	k.entries[key] = &keptEntry[V]{value, k.layout}
	k.used++
}

// spare is how many unused entries may be kept beside as many as are in use.
const spare = 256

// end closes a layout: once what is unused outweighs what is used, it goes.
func (k *kept[K, V]) end() {
	if len(k.entries) > 2*k.used+spare {
		for key, e := range k.entries {
			if e.used != k.layout {
				delete(k.entries, key)
			}
		}
	}
	k.layout++
	k.used = 0
}
