package torture

const (
	sysSeccomp   = 317
	sysRenameat2 = 316
)
