package torture

const (
	sysSeccomp   = 277
	sysRenameat2 = 276
)
